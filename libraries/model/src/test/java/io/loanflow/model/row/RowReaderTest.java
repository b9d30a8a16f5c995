package io.loanflow.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnEncodingRule;
import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetSource;
import io.loanflow.contracts.dataset.DatasetUse;
import io.loanflow.contracts.dataset.ValueRange;
import io.loanflow.contracts.decision.RefusalReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

class RowReaderTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final DatasetDefinition DEFINITION = new DatasetDefinition(
            "tiny",
            1,
            "Tiny",
            "For a test.",
            new DatasetSource("tiny.csv", null, null, null),
            DatasetUse.UNSAID,
            0.1,
            List.of(
                    column("age", ColumnType.INTEGER, ColumnRole.FEATURE, new ValueRange(18, 100), List.of(), false),
                    column("income", ColumnType.REAL, ColumnRole.FEATURE, null, List.of(), true),
                    column("home", ColumnType.NOMINAL, ColumnRole.FEATURE, null, List.of("RENT", "OWN"), false),
                    column("owner", ColumnType.BOOLEAN, ColumnRole.FEATURE, null, List.of("no", "yes"), true),
                    column("gender", ColumnType.NOMINAL, ColumnRole.PROTECTED, null, List.of("f", "m"), false),
                    column("number", ColumnType.INTEGER, ColumnRole.IDENTIFIER, null, List.of(), false),
                    column("decision", ColumnType.BOOLEAN, ColumnRole.TARGET, null, List.of("0", "1"), false)),
            "1",
            "1",
            "0",
            null,
            List.of());

    private final RowReader reader = new RowReader(DEFINITION);

    @Test
    void aValidRowIsReadInTheDefinitionsOrder() {
        Row row = read("{\"owner\": \"yes\", \"home\": \"OWN\", \"income\": 1.5e3, \"age\": 44}")
                .row();

        assertThat(row).isNotNull();
        assertThat(row.numbers()).containsExactly(44, 1500, Double.NaN, Double.NaN);
        assertThat(row.categories()).containsExactly(null, null, "OWN", "yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"age\": 44, \"home\": \"RENT\"}",
                "{\"age\": 44, \"income\": null, \"home\": \"RENT\", \"owner\": null}"
            })
    void whatMayBeMissingMayBeLeftOutOrNull(String json) {
        Row row = read(json).row();

        assertThat(row).isNotNull();
        assertThat(row.numbers()[1]).isNaN();
        assertThat(row.categories()[3]).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "100", "44.0", "4.4e1"})
    void aWholeNumberWithinTheRangeMayBeWrittenAnyWay(String number) {
        assertThat(read("{\"age\": " + number + ", \"home\": \"RENT\"}").problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
            "44"        | must be a JSON number: a whole number from 18 to 100 (years)
            true        | must be a JSON number: a whole number from 18 to 100 (years)
            {"a": [1]}  | must be a JSON number: a whole number from 18 to 100 (years)
            [44]        | must be a JSON number: a whole number from 18 to 100 (years)
            null        | must not be null; give a whole number from 18 to 100 (years)
            17          | must be a whole number from 18 to 100 (years)
            101         | must be a whole number from 18 to 100 (years)
            44.5        | must be a whole number from 18 to 100 (years)
            1e400       | must be a whole number from 18 to 100 (years)
            -1e400      | must be a whole number from 18 to 100 (years)
            99999999999999999999999999999999999999 | must be a whole number from 18 to 100 (years)
            """)
    void aWrongNumberIsRefusedWithWhatIsAllowed(String value, String detail) {
        assertThat(read("{\"home\": \"RENT\", \"age\": " + value + "}").problems())
                .containsExactly(new Problem("/age", detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400"})
    void aNumberTooLargeForADoubleIsRefusedWhereThereIsNoRange(String value) {
        assertThat(read("{\"age\": 44, \"home\": \"RENT\", \"income\": " + value + "}")
                        .problems())
                .containsExactly(new Problem("/income", "must be a number (years)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
            "rent"      | must be one of RENT, OWN
            ""          | must be one of RENT, OWN
            1           | must be one of RENT, OWN
            false       | must be one of RENT, OWN
            ["RENT"]    | must be one of RENT, OWN
            {"RENT": 1} | must be one of RENT, OWN
            null        | must not be null; give one of RENT, OWN
            """)
    void aWrongCategoryIsRefusedWithWhatIsAllowed(String value, String detail) {
        assertThat(read("{\"age\": 44, \"home\": " + value + "}").problems())
                .containsExactly(new Problem("/home", detail));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThat(read("{\"gender\": \"f\", \"age\": \"44\", \"income\": 1, \"income\": 2, \"decision\": \"1\","
                                + " \"number\": 3, \"a/b~c\": {\"age\": 1}}")
                        .problems())
                .containsExactly(
                        new Problem(
                                "/gender", "is a protected characteristic and never used for a decision; leave it out"),
                        new Problem("/age", "must be a JSON number: a whole number from 18 to 100 (years)"),
                        new Problem("/income", "is given more than once; give it once"),
                        new Problem("/decision", "is what is predicted; leave it out"),
                        new Problem("/number", "is not used for a decision; leave it out"),
                        new Problem("/a~1b~0c", "is not a column of the data set; leave it out"),
                        new Problem("/home", "is missing; give one of RENT, OWN"));
    }

    @Test
    void whatIsCountedNamesColumnsOfTheDefinitionAlone() {
        assertThat(read("{\"gender\": \"f\", \"age\": \"44\", \"income\": 1, \"income\": 2, \"Max Mustermann\": 1}")
                        .refusals())
                .containsExactlyInAnyOrder(
                        new Refusal("gender", RefusalReason.UNUSED_COLUMN),
                        new Refusal("age", RefusalReason.NOT_ALLOWED),
                        new Refusal("income", RefusalReason.REPEATED),
                        new Refusal("", RefusalReason.UNUSED_COLUMN),
                        new Refusal("home", RefusalReason.MISSING));
        assertThat(read("7").refusals()).containsExactly(Refusal.of(RefusalReason.NO_ROW));
        assertThat(read("{\"age\": 44, \"income\": 1, \"home\": \"OWN\"}").refusals())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"age\": 44}]", "\"text\"", "44", "null", "true"})
    void whatIsNotAnObjectIsRefused(String json) {
        assertThat(read(json).problems())
                .containsExactly(new Problem("", "must be a JSON object with one property for each feature"));
    }

    @Test
    void pointersStartWhereTheRowIs() {
        assertThat(read("{\"home\": \"OWN\"}", "/rows/3").problems())
                .extracting(Problem::pointer)
                .containsExactly("/rows/3/age");
    }

    @Test
    void readingEndsAtTheEndOfTheRow() {
        try (JsonParser parser = MAPPER.createParser("[{\"x\": {\"y\": [1, {}]}}, 7]")) {
            parser.nextToken();
            parser.nextToken();
            reader.read(parser, "/0");
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
        }
    }

    @Test
    void aHostileRowGetsAShortAnswer() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            json.append('"').append("x".repeat(1000)).append(i).append("\": 1,");
        }
        json.append("\"home\": \"OWN\"}");

        assertThat(read(json.toString()).problems())
                .hasSize(Problem.MOST)
                .allSatisfy(problem -> assertThat(problem.pointer()).hasSize(82));
    }

    @Test
    void halfACharacterInANameIsReplaced() {
        assertThat(read("{\"\\ud83d\": 1, \"" + "x".repeat(79) + "😀\": 1, \"age\": 44, \"home\": \"OWN\"}")
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/?", "/" + "x".repeat(79) + "?…");
    }

    private RowReading read(String json) {
        return read(json, "");
    }

    private RowReading read(String json, String pointer) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            return reader.read(parser, pointer);
        }
    }

    private static Column column(
            String name,
            ColumnType type,
            ColumnRole role,
            @Nullable ValueRange range,
            List<String> categories,
            boolean missingAllowed) {
        String unit = type.isNumeric() ? "years" : null;
        ColumnEncodingRule encoding = type.isNumeric() ? ColumnEncodingRule.AS_IS : ColumnEncodingRule.ORDINAL;
        return new Column(
                name, name, type, role, unit, range, categories, null, missingAllowed, encoding, null, Map.of());
    }
}
