package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.describe.Description;
import io.loanflow.describe.suggestion.Suggestion;
import io.loanflow.ingestion.expectation.ExpectationSuite;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.ingestion.validation.ExpectationResult;
import io.loanflow.ingestion.validation.ValidationResult;
import io.loanflow.testsupport.PublicTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is suggested of a file is what the file is read with. */
class DescribedFilesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void everyRowOfAPublicTableIsTakenAndEveryExpectationMet(PublicTables table) throws IOException {
        Path file = table.write(directory);

        Checked checked = check(file, null);

        assertThat(checked.rows().quarantined()).isEmpty();
        assertThat(checked.rows().accepted()).hasSize(2000);
        assertThat(checked.result().results()).allMatch(ExpectationResult::success);
        if (table.target() != null) {
            assertThat(checked.definition().target().nameInFile()).isEqualTo(table.target());
        }
    }

    @Test
    void wordsForNothingBlanksAndGroupsOfDigitsAreSaid() throws IOException {
        StringBuilder text = new StringBuilder("sep=;\nKonto-Nr.; Betrag ;Größe;Datum;Bürge\n");
        for (int row = 0; row < 300; row++) {
            text.append("DE")
                    .append(10000 + row * 7)
                    .append("; 1.")
                    .append(100 + row)
                    .append(",50 ;");
            text.append(row % 9 == 0 ? "n/a" : "1," + (row % 90 + 10)).append(';');
            text.append(row % 28 + 1)
                    .append('.')
                    .append(row % 12 + 1)
                    .append(".2020;")
                    .append(row % 3 == 0 ? "ja" : "nein")
                    .append('\n');
        }

        Checked checked = check(write("konten.csv", text.toString(), Charset.forName("windows-1252")), null);

        assertThat(checked.rows().quarantined()).isEmpty();
        assertThat(checked.rows().accepted().get(1))
                .containsExactly("DE10007", "1101.50", "1.11", "2020-02-02", "nein");
        assertThat(checked.definition().target().nameInFile()).isEqualTo("Bürge");
        assertThat(checked.definition().columns()).extracting("name").contains("Konto_Nr", "Betrag", "Grosse", "Burge");
    }

    @Test
    void aFewWrongValuesAreSetAsideAndTheOthersBelieved() throws IOException {
        StringBuilder text = new StringBuilder("amount,kind,paid\n");
        for (int row = 0; row < 1000; row++) {
            text.append(row == 7 ? "(50)" : String.valueOf(row * 3)).append(',');
            text.append(row == 9 ? "\"a\tb\"" : "kind " + row % 4)
                    .append(',')
                    .append(row % 3 == 0)
                    .append('\n');
        }

        Checked checked = check(write("paid.csv", text.toString(), StandardCharsets.UTF_8), null);

        assertThat(checked.definition().columns())
                .extracting("type")
                .extracting(Object::toString)
                .startsWith("INTEGER", "NOMINAL");
        assertThat(checked.rows().quarantined()).hasSize(2);
    }

    @Test
    void namesThatAreThereTwiceAreReadByTheirPlaces() throws IOException {
        StringBuilder text = new StringBuilder("x,x,y\n");
        for (int row = 0; row < 100; row++) {
            text.append(row * 7 % 31)
                    .append(',')
                    .append(row % 13 / 2.0)
                    .append(',')
                    .append(row % 2)
                    .append('\n');
        }

        Checked checked = check(write("twice.csv", text.toString(), StandardCharsets.UTF_8), "y");

        assertThat(checked.rows().accepted()).hasSize(100);
        assertThat(checked.definition().columns()).extracting("name").containsExactly("x", "column_2", "y");
    }

    @Test
    void rowsOfJsonAreFoundWhereTheyStand() throws IOException {
        StringBuilder text = new StringBuilder("{\"meta\": {\"page\": 1, \"of\": [1, 2]}, \"data\": {\"songs\": [");
        for (int row = 0; row < 60; row++) {
            text.append(row == 0 ? "" : ",")
                    .append("{\"tempo\": ")
                    .append(row * 1.5)
                    .append(", \"tags\": [\"a\"], \"mode\": ");
            text.append(row % 5 == 0 ? "null" : "\"m" + row % 3 + "\"")
                    .append(", \"liked\": ")
                    .append(row % 2 == 0)
                    .append('}');
        }

        Checked checked = check(write("songs.json", text.append("]}}").toString(), StandardCharsets.UTF_8), null);

        assertThat(checked.definition().source().format().records()).isEqualTo("data.songs");
        assertThat(checked.rows().accepted()).hasSize(60);
        assertThat(checked.rows().quarantined()).isEmpty();
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.writeString(directory.resolve(name), text, charset);
    }

    private record Checked(DatasetDefinition definition, CollectedRows rows, ValidationResult result) {}

    private static Checked check(Path file, @Nullable String target) throws IOException {
        Suggestion suggestion = Description.of(List.of(file), "table", target);
        DatasetDefinition definition = DatasetDefinitionReader.read(suggestion.definition(), "dataset.yaml");
        ExpectationSuite suite =
                ExpectationSuiteReader.read(suggestion.expectations(), "expectations.yaml", definition);
        CollectedRows rows = new CollectedRows();
        try (InputStream content = Files.newInputStream(file)) {
            ValidationResult result = new FileCheck(definition, suite).run(content, "file", rows, read -> {});
            return new Checked(definition, rows, result);
        }
    }
}
