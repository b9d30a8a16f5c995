package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.ingestion.validation.ValidationJson;
import io.loanflow.ingestion.validation.ValidationResult;
import io.loanflow.synthetic.SyntheticDataset;
import io.loanflow.testsupport.LoanData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published file, checked as it is loaded. */
class LoanFileTest {

    private static final DatasetCatalog CATALOG = new DatasetCatalog(Path.of("../data"));
    private static final DatasetDefinition LOAN = CATALOG.definition("loan");
    private static final FileCheck CHECK = new FileCheck(
            LOAN, ExpectationSuiteReader.read(CATALOG.directory("loan").resolve("expectations.yaml"), LOAN));
    private static final Path GOLDEN = Path.of("src/test/resources/validation/loan.json");

    @Test
    void tenAbsurdRowsAreSetAsideAndEverythingElseIsMet() throws IOException {
        CollectedRows rows = new CollectedRows();

        ValidationResult result = check(rows);

        assertThat(result.meta().rowsRead()).isEqualTo(45_000);
        assertThat(rows.accepted()).hasSize(44_990);
        assertThat(rows.quarantined())
                .extracting(QuarantinedRow::number)
                .containsExactly(82L, 184L, 576L, 748L, 32298L, 32417L, 32423L, 32507L, 37931L, 38114L);
        assertThat(rows.quarantined().get(0).problems())
                .containsExactly(
                        new RowProblem(
                                "person_age",
                                "expect_column_values_to_be_between",
                                "is \"144.0\"; must be a number from 18 to 100 (years)"),
                        new RowProblem(
                                "person_emp_exp",
                                "expect_column_values_to_be_between",
                                "is \"125\"; must be a whole number from 0 to 60 (years)"));
        assertThat(rows.quarantined().get(0).raw()).isEqualTo(lineOfRow(82));
        assertThat(result.success()).isTrue();
    }

    /** To write the file anew: {@code -Dgolden.write=true}; then read what changed. */
    @Test
    void theValidationResultIsTheGoldenOne() throws IOException {
        String json = ValidationJson.write(check(new CollectedRows()));

        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, json);
        }
        assertThat(json).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void madeUpRowsMeetEverythingToo(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("synthetic.csv");
        SyntheticDataset.write(
                LOAN,
                CATALOG.directory("loan").resolve("synthetic.yaml"),
                new SyntheticDataset.Sample(45_000, 42),
                file);
        CollectedRows rows = new CollectedRows();

        ValidationResult result = check(file, rows);

        assertThat(result.results()).filteredOn(found -> !found.success()).isEmpty();
        assertThat(rows.quarantined()).isEmpty();
    }

    private static ValidationResult check(RowSink sink) throws IOException {
        return check(LoanData.file(), sink);
    }

    private static ValidationResult check(Path file, RowSink sink) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return CHECK.run(content, "loan_data.csv", sink, rows -> {});
        }
    }

    private static String lineOfRow(int number) throws IOException {
        return Files.readAllLines(LoanData.file()).get(number);
    }
}
