package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.ingestion.expectation.ExpectationSuite;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.ingestion.validation.ExpectationResult;
import io.loanflow.ingestion.validation.Observation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each expectation makes of some rows. The fifth is set aside, and so counts for none but the critical ones. */
class ExpectationsTest {

    private static final String ROWS = Songs.HEADER + """
            100,1,pop,yes
            110.5,2,pop,no
            ,3,"12"" mix, long",no
            100.0,1.0,pop,yes
            9999,,pop,maybe
            """;

    /** Its place, after those that the definition makes. */
    private static final int OWN = 5;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            expect_column_mean_to_be_between  | column: tempo, min_value: 103.5, max_value: 103.5 | true  | 103.5
            expect_column_mean_to_be_between  | column: tempo, min_value: 104                     | false | 103.5
            expect_column_mean_to_be_between  | column: liked, max_value: 0.5                     | true  | 0.5
            expect_column_stdev_to_be_between | column: tempo, max_value: 7                       | true  | 6.062177826
            expect_column_stdev_to_be_between | column: tempo, max_value: 6                       | false | 6.062177826
            expect_column_min_to_be_between   | column: plays, min_value: 1                       | true  | 1
            expect_column_min_to_be_between   | column: tempo, min_value: 101                     | false | 100
            expect_column_max_to_be_between   | column: tempo, max_value: 200                     | true  | 110.5
            expect_column_max_to_be_between   | column: plays, max_value: 2                       | false | 3
            expect_table_row_count_to_be_between | min_value: 4, max_value: 4                     | true  | 4
            expect_table_row_count_to_be_between | min_value: 5                                   | false | 4
            """)
    void aFigureIsThatOfTheKeptRows(String type, String kwargs, boolean success, double figure) throws IOException {
        ExpectationResult result = result(type, kwargs);

        assertThat(result.success()).isEqualTo(success);
        assertThat(result.result().observedValue()).isCloseTo(figure, within(1e-9));
        assertThat(result.result().elementCount()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expect_column_values_to_be_between   | column: tempo, max_value: 105                  | false | 1 | 1 | 2
            expect_column_values_to_be_between   | column: tempo, max_value: 105, mostly: 0.6     | true  | 1 | 1 | 2
            expect_column_values_to_be_between   | column: plays, min_value: 1.5                  | false | 2 | 0 | 1
            expect_column_values_to_not_be_null  | column: tempo                                  | false | 1 | 0 | 3
            expect_column_values_to_be_in_set    | column: genre, value_set: [pop]                | false | 1 | 0 | 3
            expect_column_values_to_match_regex  | column: tempo, regex: '\\.'                    | false | 1 | 1 | 1
            expect_column_values_to_match_regex  | column: genre, regex: '^pop$'                  | false | 1 | 0 | 3
            expect_column_values_to_match_regex  | column: genre, regex: '[oi]'                   | true  | 0 | 0 |
            expect_column_pair_values_a_to_be_greater_than_b | column_A: plays, column_B: plays   | false | 4 | 0 | 1
            expect_column_pair_values_a_to_be_greater_than_b | {column_A: plays, column_B: plays, or_equal: true} | true | 0 | 0 |
            expect_column_pair_values_a_to_be_greater_than_b | column_A: plays, column_B: tempo   | false | 3 | 1 | 1
            expect_compound_columns_to_be_unique | column_list: [tempo, plays, genre]             | false | 1 | 0 | 4
            expect_compound_columns_to_be_unique | column_list: [genre], mostly: 0.5              | true  | 2 | 0 | 2
            expect_compound_columns_to_be_unique | column_list: [tempo, genre], mostly: 0.8       | false | 1 | 0 | 4
            """)
    void rowsThatBreakAConditionAreCountedAndListed(
            String type, String kwargs, boolean success, long unexpected, long missing, Long firstRow)
            throws IOException {
        Observation found = result(type, kwargs).result();

        assertThat(result(type, kwargs).success()).isEqualTo(success);
        assertThat(found.elementCount()).isEqualTo(4);
        assertThat(found.unexpectedCount()).isEqualTo(unexpected);
        assertThat(found.missingCount()).isEqualTo(missing);
        assertThat(found.unexpectedPercent()).isCloseTo(100.0 * unexpected / (4 - missing), within(1e-9));
        assertThat(found.partialUnexpectedIndexList()).hasSize((int) unexpected);
        if (firstRow != null) {
            assertThat(found.partialUnexpectedIndexList()).startsWith(firstRow);
        }
    }

    @Test
    void atMostTwentyValuesAreListed() throws IOException {
        String rows = Songs.HEADER + Songs.ROW.repeat(100);

        Observation found = results("expect_column_values_to_be_between", "column: plays, max_value: 5", rows)
                .get(OWN)
                .result();

        assertThat(found.unexpectedCount()).isEqualTo(100);
        assertThat(found.partialUnexpectedList()).hasSize(20).containsOnly("7");
        assertThat(found.partialUnexpectedIndexList()).startsWith(1L, 2L, 3L).endsWith(20L);
    }

    @Test
    void aRowThatBreaksACriticalConditionOfTheFileIsSetAside() throws IOException {
        CollectedRows rows = new CollectedRows();

        check(
                expectation(
                        "critical",
                        "expect_column_pair_values_a_to_be_greater_than_b",
                        "column_A: plays, column_B: tempo"),
                Songs.HEADER + Songs.ROW + "1,5,pop,no\n",
                rows);

        assertThat(rows.quarantined())
                .singleElement()
                .satisfies(row -> assertThat(row.problems())
                        .containsExactly(new RowProblem(
                                "plays,tempo",
                                "expect_column_pair_values_a_to_be_greater_than_b",
                                "plays is 7 and tempo is 120.5; the first must be greater than the second")));
    }

    private ExpectationResult result(String type, String kwargs) throws IOException {
        return results(type, kwargs, ROWS).get(OWN);
    }

    private List<ExpectationResult> results(String type, String kwargs, String rows) throws IOException {
        return check(expectation("warning", type, kwargs), rows, new CountingSink());
    }

    private static String expectation(String severity, String type, String kwargs) {
        String arguments = kwargs.startsWith("{") ? kwargs : "{" + kwargs + "}";
        return "expectations:\n- type: " + type + "\n  severity: " + severity + "\n  kwargs: " + arguments + "\n";
    }

    private List<ExpectationResult> check(String expectation, String rows, RowSink sink) throws IOException {
        Path yaml = Files.writeString(directory.resolve("expectations.yaml"), expectation);
        ExpectationSuite suite = ExpectationSuiteReader.read(yaml, Songs.DEFINITION);
        return new FileCheck(Songs.DEFINITION, suite)
                .run(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), "songs.csv", sink, read -> {})
                .results();
    }
}
