package io.loanflow.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.describe.suggestion.Suggestion;
import io.loanflow.tablefiles.FileRejectedException;
import io.loanflow.testsupport.PublicTables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionTest {

    @TempDir
    Path directory;

    @Test
    void formatsOfNumbersAndDatesAreTold() throws IOException {
        DatasetDefinition loans = described(PublicTables.LENDING_CLUB);

        assertThat(column(loans, "term").source().format()).hasToString("ValueFormat[kind=SUFFIX, text= months]");
        assertThat(column(loans, "int_rate").source().format()).hasToString("ValueFormat[kind=PERCENT, text=]");
        assertThat(column(loans, "issue_d").type()).isEqualTo(ColumnType.DATE);
        assertThat(column(loans, "emp_length").categories())
                .containsExactly("< 1 year", "1 year", "2 years", "5 years", "10+ years");
        assertThat(loans.positiveLabel()).isEqualTo("Fully Paid");
    }

    @Test
    void aWorkbookIsDescribedByItsValues() throws IOException {
        Path workbook = workbook("loans.xlsx", "decided", "income", "purpose");
        Suggestion suggestion = Description.of(List.of(workbook), "loans", "decided");
        DatasetDefinition definition = read(suggestion);

        assertThat(column(definition, "income").type()).isEqualTo(ColumnType.REAL);
        assertThat(column(definition, "purpose").categories()).containsExactly("car", "house");
        assertThat(definition.positiveLabel()).isEqualTo("Y");
        assertThat(suggestion.report()).contains("typed values (Parquet, Arrow or Excel)");

        Path other = workbook("other.xlsx", "decided", "income", "reason");
        assertThatThrownBy(() -> Description.of(List.of(workbook, other), "loans", null))
                .isInstanceOf(FileRejectedException.class)
                .hasMessage("other.xlsx: has another header than the first file; describe it by itself");
        assertThatThrownBy(() -> of(workbook("twice.xlsx", "decided", "income", "income")))
                .hasMessageContaining("two of one name; give each a name of its own");
    }

    private Path workbook(String name, String... header) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Loanflow", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("loans");
            for (int field = 0; field < header.length; field++) {
                sheet.value(0, field, header[field]);
            }
            for (int row = 1; row <= 400; row++) {
                sheet.value(row, 0, row * 37 % 100 < 40 ? "Y" : "N");
                sheet.value(row, 1, 1000.5 + row * 7919 % 1000);
                sheet.value(row, 2, row % 3 == 0 ? "car" : "house");
            }
        }
        return file;
    }

    @Test
    void treesAreBoostedWhereThereAreManyRows() throws IOException {
        IntFunction<String> rows = row -> (row * 37 % 100 < 40 ? "Y," : "N,") + row * 7919 % 1000;

        assertThat(of(write("decided,x\n", 400, rows)).training()).contains("family: forest");
        assertThat(of(write("decided,x\n", 4000, rows)).training()).contains("family: boosting");
    }

    @Test
    void whatIsKnownOnlyAfterwardsIsNotLearntFrom() throws IOException {
        DatasetDefinition loans = described(PublicTables.LENDING_CLUB);

        assertThat(List.of("recoveries", "total_rec_prncp", "policy_code", "emp_title"))
                .allMatch(name -> column(loans, name).role() == ColumnRole.IGNORED);
        assertThat(column(loans, "id").role()).isEqualTo(ColumnRole.IDENTIFIER);
    }

    @Test
    void aColumnThatKnowsTheAnswerIsLeftOutAndOneThatNearlyDoesIsNamed() throws IOException {
        Suggestion suggestion = of(write("decided,score,reason,x\n", 1000, row -> {
            boolean yes = row * 37 % 100 < 40;
            boolean luck = row * 53 % 100 < 6;
            return (yes ? "Y," : "N,") + (yes ? 700 + row % 90 : 500 + row % 90) + "," + (yes != luck ? "good" : "poor")
                    + "," + row * 7919 % 1000;
        }));
        DatasetDefinition definition = read(suggestion);

        assertThat(column(definition, "score").role()).isEqualTo(ColumnRole.IGNORED);
        assertThat(column(definition, "reason").role()).isEqualTo(ColumnRole.FEATURE);
        assertThat(suggestion.report()).contains("score: unsure: it alone predicts the target (AUC 1.000)");
        assertThat(suggestion.report()).contains("reason: unsure: it alone predicts the target (AUC 0.9");
    }

    @Test
    void thatAValueIsMissingMayKnowTheAnswerToo() throws IOException {
        Suggestion suggestion = of(write(
                "rate,x,denied\n",
                600,
                row -> (row % 3 == 0 ? "NA," : row % 50 + 1 + ",") + row * 7919 % 600 + "," + (row % 3 == 0 ? 1 : 0)));

        assertThat(suggestion.report()).contains("rate: unsure: that it is missing predicts the target (AUC 1.000)");
    }

    @Test
    void groupsOfPeopleAreFoundByNameAndByValueInSeveralLanguages() throws IOException {
        DatasetDefinition definition = read(of(write(
                "Geschlecht,v2,état civil,SEX,x,risk\n",
                400,
                row -> (row % 2 == 0 ? "A," : "B,") + (row % 3 == 0 ? "homme," : "femme,") + "c" + row % 4 + ","
                        + (row % 2 + 1) + "," + row * 7919 % 400 + "," + row % 7 / 4)));

        assertThat(definition.columns())
                .filteredOn(column -> column.role() == ColumnRole.PROTECTED)
                .extracting(Column::name)
                .containsExactly("Geschlecht", "v2", "etat_civil", "SEX");
    }

    @Test
    void aColumnThatIsAnotherOneAgainIsLeftOut() throws IOException {
        Suggestion suggestion =
                of(write("a,b,c,y\n", 200, row -> row % 17 + "," + row % 17 + "," + row % 5 + "," + row % 2));

        assertThat(column(read(suggestion), "b").role()).isEqualTo(ColumnRole.IGNORED);
        assertThat(suggestion.report()).contains("b: is the same as a in all rows");
    }

    @Test
    void oneHotFeaturesAreNeverMoreThanATenthOfTheRows() throws IOException {
        Suggestion suggestion =
                of(write("town,trade,y\n", 300, row -> "t" + row % 15 + ",k" + row % 19 + "," + row % 2));

        assertThat(suggestion.definition())
                .contains("name: trade, type: nominal, encoding: frequency")
                .contains("name: town, type: nominal,");
    }

    @Test
    void filesOfOneLabelEachAreToldByTheirTarget() throws IOException {
        Path liked = write("liked.json", "", 20, row -> "{\"tempo\": " + row + ".5}");
        Path not = write("not.json", "", 20, row -> "{\"tempo\": " + (row + 3) + ".25}");

        Suggestion suggestion = Description.of(List.of(liked, not), "songs", "like");

        assertThat(suggestion.definition())
                .contains("{file: liked.json, with: {like: \"1\"}}", "{file: not.json, with: {like: \"0\"}}");
        assertThat(read(suggestion).target().name()).isEqualTo("like");
    }

    @Test
    void whatHasNoTargetIsRefusedWithTheRemedy() throws IOException {
        Path file = write("numbers.csv", "a,b\n", 50, row -> row + "," + row % 9);

        assertThatThrownBy(() -> Description.of(List.of(file), "numbers", null))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining("--target");
        assertThatThrownBy(() -> Description.of(List.of(file), "numbers", "b"))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining("a target has two");
        assertThatThrownBy(() -> Description.of(List.of(file), "numbers", "c"))
                .isInstanceOf(FileRejectedException.class)
                .hasMessage("no column is called \"c\"; there are: a, b");
    }

    @Test
    void theSameIsSuggestedWhateverTheLanguageOfTheMachine() throws IOException {
        Path file = PublicTables.LENDING_CLUB.write(directory);
        Locale before = Locale.getDefault();
        Suggestion suggestion = Description.of(List.of(file), "loans", null);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Description.of(List.of(file), "loans", null)).isEqualTo(suggestion);
        } finally {
            Locale.setDefault(before);
        }
    }

    private DatasetDefinition described(PublicTables table) throws IOException {
        return read(of(table.write(directory)));
    }

    private static Suggestion of(Path file) throws IOException {
        return Description.of(List.of(file), "table", null);
    }

    private static DatasetDefinition read(Suggestion suggestion) {
        return DatasetDefinitionReader.read(suggestion.definition(), "dataset.yaml");
    }

    private static Column column(DatasetDefinition definition, String name) {
        return definition.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String header, int rows, IntFunction<String> row) throws IOException {
        return write("table.csv", header, rows, row);
    }

    private Path write(String name, String header, int rows, IntFunction<String> row) throws IOException {
        StringBuilder text = new StringBuilder(header);
        for (int number = 0; number < rows; number++) {
            text.append(row.apply(number)).append('\n');
        }
        return Files.writeString(directory.resolve(name), text);
    }
}
