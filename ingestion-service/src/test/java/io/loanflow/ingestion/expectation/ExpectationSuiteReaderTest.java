package io.loanflow.ingestion.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.ingestion.validation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationSuiteReaderTest {

    private static final DatasetDefinition SONGS = DatasetDefinitionReader.read("""
            name: songs
            version: 2
            title: Songs
            description: Songs and whether somebody liked them
            source:
              file: songs.csv
            quarantine-limit: 0.25
            positive-label: yes
            columns:
              - {name: tempo, description: Speed, type: real, range: [0, 300], role: feature}
              - {name: key, description: Key, type: integer, role: feature, missing-allowed: true}
              - {name: mode, description: Mode, type: nominal, categories: [minor, major, other], role: feature}
              - {name: liked, description: Liked, type: boolean, categories: [no, yes], role: target}
            """, "songs.yaml");

    private static final String VALID = """
            expectations:
              - type: expect_column_values_to_be_between
                severity: warning
                kwargs: {column: tempo, min_value: 60, max_value: 200, mostly: 0.9}
              - type: expect_column_pair_values_a_to_be_greater_than_b
                severity: critical
                kwargs: {column_A: tempo, column_B: key, or_equal: true}
              - type: expect_column_values_to_be_in_set
                severity: info
                kwargs: {column: mode, value_set: [minor, major]}
              - type: expect_column_values_to_match_regex
                severity: info
                kwargs: {column: tempo, regex: '^[0-9]+$'}
              - type: expect_column_mean_to_be_between
                severity: critical
                kwargs: {column: liked, max_value: 0.5}
              - type: expect_compound_columns_to_be_unique
                severity: warning
                kwargs: {column_list: [tempo, key], mostly: 0.99}
            """;

    @TempDir
    Path directory;

    @Test
    void withoutAFileTheDefinitionSaysWhatIsExpected() {
        ExpectationSuite suite = ExpectationSuiteReader.read(directory.resolve("expectations.yaml"), SONGS);

        assertThat(suite.table()).isEmpty();
        assertThat(suite.rows())
                .allMatch(expectation -> expectation.critical() && expectation.mostly() == 0.75)
                .extracting(expectation -> expectation.config().type() + " "
                        + expectation.config().kwargs().get("column"))
                .containsExactly(
                        "expect_column_values_to_not_be_null tempo",
                        "expect_column_values_to_be_of_type tempo",
                        "expect_column_values_to_be_between tempo",
                        "expect_column_values_to_be_of_type key",
                        "expect_column_values_to_not_be_null mode",
                        "expect_column_values_to_be_in_set mode",
                        "expect_column_values_to_not_be_null liked",
                        "expect_column_values_to_be_in_set liked");
    }

    @Test
    void theFileAddsToTheDefinition() throws IOException {
        ExpectationSuite suite = read(VALID);

        assertThat(suite.rows()).hasSize(8 + 4);
        assertThat(suite.rows().get(8).mostly()).isEqualTo(0.9);
        assertThat(suite.rows().get(8).config().severity()).isEqualTo(Severity.WARNING);
        assertThat(suite.rows().get(9).config().kwargs())
                .isEqualTo(Map.of("column_A", "tempo", "column_B", "key", "or_equal", true, "mostly", 0.75));
        assertThat(suite.table())
                .extracting(expectation -> expectation.config().kwargs())
                .containsExactly(
                        Map.of("column", "liked", "max_value", 0.5),
                        Map.of("column_list", List.of("tempo", "key"), "mostly", 0.99));
    }

    @Test
    void withoutAListAllColumnsTogetherMustBeUnique() throws IOException {
        ExpectationSuite suite = read(VALID.replace("column_list: [tempo, key], ", ""));

        assertThat(suite.table().get(1).config().kwargs().get("column_list"))
                .isEqualTo(List.of("tempo", "key", "mode", "liked"));
    }

    /** What to replace in the valid file, by what, and what is said of it. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            severity: warning | severity: high     | :3: expectations[0].severity: is "high"; allowed: critical, warning, info
            severity: warning | colour: red        | :3: expectations[0].colour: unknown key; allowed: type, severity, kwargs
            severity: warning | colour: red        | :2: expectations[0]: "severity" is missing
            to_be_between     | to_be_around       | :2: expectations[0].type: is "expect_column_values_to_be_around"; allowed: expect_column_values_to_be_between, expect
            values_to_be_between | values_to_be_of_type | :2: expectations[0].type: follows from the column's type in the definition; remove it
            column: tempo, min | column: temp, min | :4: expectations[0].kwargs.column: is "temp"; must be one of tempo, key
            column: tempo, min | column: mode, min | :4: expectations[0].kwargs.column: is "mode"; must be one of tempo, key
            column: tempo, min | min               | :4: expectations[0].kwargs: "column" is missing
            max_value: 200,   | max_value: 5%,     | :4: expectations[0].kwargs.max_value: is "5%"; must be a number
            max_value: 200,   | max_value: 6,      | :4: expectations[0].kwargs: min_value is greater than max_value; swap them
            'min_value: 60, max_value: 200, ' | '' | :4: expectations[0].kwargs: min_value, max_value or both must be given
            mostly: 0.9}      | mostly: 90}        | :4: expectations[0].kwargs.mostly: is "90"; must be a number from 0 to 1
            mostly: 0.9}      | most: 0.9}         | :4: expectations[0].kwargs.most: unknown key; allowed: column, min_value, max_value, mostly
            or_equal: true    | or_equal: yes      | :7: expectations[1].kwargs.or_equal: is "yes"; allowed: true, false
            or_equal: true    | mostly: 0.9        | :7: expectations[1].kwargs.mostly: a row that breaks a critical expectation is set aside
            column_B: key     | column_B: liked    | :7: expectations[1].kwargs.column_B: is "liked"; must be one of tempo, key
            [minor, major]    | [minor, flat]      | :10: expectations[2].kwargs.value_set[1]: is "flat"; must be one of minor, major, other
            [minor, major]    | minor              | :10: expectations[2].kwargs.value_set: must be a list of at least one item
            ^[0-9]+$          | '[0-9'             | :13: expectations[3].kwargs.regex: is no regular expression: Unclosed character class
            column: liked     | column: mode       | :16: expectations[4].kwargs.column: is "mode"; must be one of tempo, key, liked
            [tempo, key]      | [tempo, tempo]     | :19: expectations[5].kwargs.column_list[1]: "tempo" is there twice
            expectations:     | expects:           | :1: expects: unknown key; allowed: expectations
            expectations:     | 'expectations: []\\nx:' | :1: expectations: must be a list of at least one item
            """)
    void whatIsWrongIsNamedWithItsPlaceAndWhatIsAllowed(String part, String wrong, String message) {
        String yaml = VALID.replace(part, wrong.replace("\\n", "\n"));
        assertThat(yaml).isNotEqualTo(VALID);

        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("expectations.yaml" + message);
    }

    private ExpectationSuite read(String yaml) throws IOException {
        return ExpectationSuiteReader.read(Files.writeString(directory.resolve("expectations.yaml"), yaml), SONGS);
    }
}
