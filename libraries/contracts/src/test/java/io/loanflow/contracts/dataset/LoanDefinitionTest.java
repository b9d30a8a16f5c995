package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The definition that Loanflow ships with. */
class LoanDefinitionTest {

    private final DatasetDefinition loan = new DatasetCatalog(Path.of("../../data")).definition("loan");

    @Test
    void approvalIsTheTargetAndGenderIsOnlyMeasured() {
        assertThat(loan.columns()).hasSize(14);
        assertThat(loan.target().name()).isEqualTo("loan_status");
        assertThat(loan.positiveLabel()).isEqualTo("1");
        assertThat(loan.protectedColumns()).extracting(Column::name).containsExactly("person_gender");
        assertThat(loan.features()).hasSize(12);
        assertThat(loan.slices()).extracting(Slice::name).containsExactly("previous_loan_defaults_on_file=No");
        assertThat(loan.column("person_home_ownership").encoding()).isEqualTo(ColumnEncodingRule.ONE_HOT);
    }

    @Test
    void onlyAHandfulOfAbsurdRowsOfThePublishedFileAreOutsideIt() throws IOException {
        String file = System.getenv("LOANFLOW_DATA");
        assumeTrue(file != null, "set LOANFLOW_DATA to the loan CSV to run this test");
        List<String> lines = Files.readAllLines(Path.of(file));

        assertThat(lines.get(0).split(","))
                .containsExactly(loan.columns().stream().map(Column::name).toArray(String[]::new));
        assertThat(lines.stream().skip(1).filter(this::isOutside)).hasSizeBetween(1, 20);
    }

    private boolean isOutside(String line) {
        String[] cells = line.split(",");
        for (int i = 0; i < cells.length; i++) {
            Column column = loan.columns().get(i);
            boolean allowed =
                    column.type().isNumeric() ? column.allows(Double.parseDouble(cells[i])) : column.allows(cells[i]);
            if (!allowed) {
                return true;
            }
        }
        return false;
    }
}
