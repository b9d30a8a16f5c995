package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetDefinitionReaderTest {

    private static final String VALID = """
            name: songs
            version: 2
            title: Songs
            description: Songs and whether somebody liked them
            source:
              file: songs.csv
            quarantine-limit: 0.1
            positive-label: yes
            slices:
              - {column: mode, value: minor}
            columns:
              - {name: tempo, description: Speed, type: real, unit: bpm, range: [0, 300], role: feature, encoding: standardise}
              - {name: key, description: Key, type: integer, range: [-1, 11], role: feature, missing-allowed: true}
              - {name: mode, description: Mode, type: nominal, categories: [minor, major, other], role: feature}
              - {name: size, description: Size, type: ordinal, categories: [small, large], role: protected}
              - {name: liked, description: Liked, type: boolean, categories: [no, yes], role: target}
            decision-costs: {false-positive: 5, false-negative: 1.5}
            """;

    @Test
    void everyPartIsReadAsItIsWritten() {
        DatasetDefinition songs = DatasetDefinitionReader.read(VALID, "songs.yaml");

        assertThat(songs.name()).isEqualTo("songs");
        assertThat(songs.version()).isEqualTo(2);
        assertThat(songs.source()).isEqualTo(new DatasetSource("songs.csv", null, null, null));
        assertThat(songs.use()).isEqualTo(DatasetUse.UNSAID);
        assertThat(songs.quarantineLimit()).isEqualTo(0.1);
        assertThat(songs.decisionCosts()).isEqualTo(new DecisionCosts(5, 1.5));
        assertThat(songs.slices()).containsExactly(new Slice("mode", "minor"));
        assertThat(songs.column("tempo").range()).isEqualTo(new ValueRange(0, 300));
        assertThat(songs.column("tempo").unit()).isEqualTo("bpm");
        assertThat(songs.column("key").missingAllowed()).isTrue();
        assertThat(songs.column("tempo").missingAllowed()).isFalse();
        assertThat(songs.target().categories()).containsExactly("no", "yes");
    }

    @Test
    void whatPeopleMustKnowIsRead() {
        DatasetDefinition songs = DatasetDefinitionReader.read(
                VALID.replace("file: songs.csv", "file: songs.csv\n  license: CC0-1.0")
                        + "use: {intended: To dance., caveats: [Taste changes., Tempo is guessed.]}\n",
                "songs.yaml");

        assertThat(songs.source().license()).isEqualTo("CC0-1.0");
        assertThat(songs.use()).isEqualTo(new DatasetUse("To dance.", List.of("Taste changes.", "Tempo is guessed.")));
    }

    @Test
    void encodingFollowsFromTheTypeUnlessItIsGiven() {
        DatasetDefinition songs = DatasetDefinitionReader.read(VALID, "songs.yaml");

        assertThat(songs.columns())
                .extracting(Column::encoding)
                .containsExactly(
                        ColumnEncodingRule.STANDARDISE,
                        ColumnEncodingRule.AS_IS,
                        ColumnEncodingRule.ONE_HOT,
                        ColumnEncodingRule.ORDINAL,
                        ColumnEncodingRule.ORDINAL);
    }

    @Test
    void manyCategoriesAreNeverOneFeatureEach() {
        assertThat(modeWith(64, "").encoding()).isEqualTo(ColumnEncodingRule.ONE_HOT);
        assertThat(modeWith(64, ", encoding: frequency").encoding()).isEqualTo(ColumnEncodingRule.FREQUENCY);
        assertThat(modeWith(65, "").encoding()).isEqualTo(ColumnEncodingRule.FREQUENCY);
        assertThatThrownBy(() -> modeWith(65, ", encoding: one-hot"))
                .hasMessageContaining("is \"one-hot\"; allowed: frequency");
    }

    private static Column modeWith(int categories, String encoding) {
        String all = IntStream.range(0, categories - 1).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return DatasetDefinitionReader.read(
                        VALID.replace("[minor, major, other]", "[minor, " + all + "]" + encoding), "songs.yaml")
                .column("mode");
    }

    @Test
    void decisionsAreCalledByTheirLabelsUnlessTheyHaveNames() {
        DatasetDefinition plain = DatasetDefinitionReader.read(VALID, "songs.yaml");
        DatasetDefinition named =
                DatasetDefinitionReader.read(VALID + "positive-name: liked\nnegative-name: not liked\n", "songs.yaml");

        assertThat(plain.positiveName()).isEqualTo("yes");
        assertThat(plain.negativeName()).isEqualTo("no").isEqualTo(plain.negativeLabel());
        assertThat(named.positiveName()).isEqualTo("liked");
        assertThat(named.negativeName()).isEqualTo("not liked");
    }

    @Test
    void aProtectedNumberHasBandsAsItsGroups() {
        String yaml = VALID.replace("type: ordinal, categories: [small, large]", "type: real, bands: [18, 62.5]");
        Column size = DatasetDefinitionReader.read(yaml, "songs.yaml").column("size");

        assertThat(size.groups()).containsExactly("below 18", "18 to 62.5", "62.5 and above");
        assertThat(size.categories()).isEmpty();
    }

    @Test
    void theCanonicalFormIsOfTheContent() {
        String other = "# Songs\n"
                + VALID.replace("name: songs\nversion: 2\n", "version: \"2\"\n\nname: songs\n")
                        .replace("{column: mode, value: minor}", "{value: 'minor', column: mode}");

        assertThat(canonical(other)).isEqualTo(canonical(VALID));
        assertThat(canonical(VALID.replace("[0, 300]", "[0, 301]"))).isNotEqualTo(canonical(VALID));
        assertThat(canonical(VALID.replace("[small, large]", "[large, small]"))).isNotEqualTo(canonical(VALID));
    }

    private static String canonical(String yaml) {
        return DefinitionYaml.canonical(yaml, "songs.yaml");
    }

    /** What to replace in the valid definition, by what, and what is said of it. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            name: songs           | name: My Songs        | songs.yaml:1: name: is "My Songs"; must be a lower-case letter
            name: songs           | name: song_rows       | songs.yaml:1: name: is "song_rows"; must not end in _rows or _decisions
            name: songs           | nom: songs            | songs.yaml:1: nom: unknown key; allowed: name, version
            name: songs           | nom: songs            | songs.yaml:1: "name" is missing
            version: 2            | version: 1.5          | songs.yaml:2: version: is "1.5"; must be a whole number
            version: 2            | version: 0            | songs.yaml:2: version: is "0"; must be a number from 1
            version: 2            | name: songs           | songs.yaml:2: name: is there twice
            title: Songs          | title: []             | songs.yaml:3: title: must be a text that is not empty
            title: Songs          | 'title: ""'           | songs.yaml:3: title: must be a text that is not empty
            file: songs.csv       | file: ../songs.csv    | songs.yaml:6: source.file: is "../songs.csv"; must be the name of a file beside
            file: songs.csv       | sha256: 12ab          | songs.yaml:6: source.sha256: is "12ab"; must be 64 lower-case
            file: songs.csv       | download: ftp://a     | songs.yaml:6: source.download: is "ftp://a"; must be an http
            file: songs.csv       | download: http://a    | songs.yaml:6: source.download: what comes cannot be checked
            quarantine-limit: 0.1 | quarantine-limit: 5%  | songs.yaml:7: quarantine-limit: is "5%"; must be a number from 0 to 1
            quarantine-limit: 0.1 | quarantine-limit: 1.1 | songs.yaml:7: quarantine-limit: is "1.1"; must be a number from 0 to 1
            positive-label: yes   | positive-label: 1     | songs.yaml:8: positive-label: is "1"; must be one of no, yes
            column: mode          | column: tempo         | songs.yaml:10: slices[0].column: is "tempo"; must be a column with categories: mode, size, liked
            value: minor          | value: flat           | songs.yaml:10: slices[0].value: is "flat"; must be one of minor, major, other
            type: real            | type: float           | songs.yaml:12: columns[0].type: is "float"; allowed: real, integer, nominal, ordinal, boolean
            role: protected       | role: secret          | songs.yaml:15: columns[3].role: is "secret"; allowed: feature, target, protected, identifier, ignored
            name: tempo           | name: the tempo       | songs.yaml:12: columns[0].name: is "the tempo"; must be a letter
            name: tempo           | name: Load_Id         | songs.yaml:12: columns[0].name: is "Load_Id", which the table uses itself
            name: tempo           | name: KEY             | songs.yaml:13: columns[1].name: "key" is there twice
            range: [0, 300]       | range: [300, 0]       | songs.yaml:12: columns[0].range: is upside down
            range: [0, 300]       | range: [0]            | songs.yaml:12: columns[0].range: must be two numbers
            range: [0, 300]       | range: [0, .inf]      | songs.yaml:12: columns[0].range[1]: is ".inf"; must be a number
            range: [0, 300]       | range: [0, 1e400]     | songs.yaml:12: columns[0].range[1]: is "1e400"; must be a number
            range: [0, 300]       | categories: [a, b]    | songs.yaml:12: columns[0].categories: only a nominal, ordinal or boolean column
            range: [-1, 11]       | range: [-1, 11.5]     | songs.yaml:13: columns[1].range[1]: is "11.5"; must be a whole number
            encoding: standardise | encoding: one-hot     | songs.yaml:12: columns[0].encoding: is "one-hot"; allowed: as-is, standardise
            missing-allowed: true | missing-allowed: yes  | songs.yaml:13: columns[1].missing-allowed: is "yes"; allowed: true, false
            [minor, major, other] | [minor, major, major] | songs.yaml:14: columns[2].categories[2]: "major" is there twice
            [minor, major, other] | [minor, " major"]     | songs.yaml:14: columns[2].categories[1]: is " major"; must be at most 255
            [minor, major, other] | []                    | songs.yaml:14: columns[2].categories: must be a list of at least one
            [small, large]        | 12                    | songs.yaml:15: columns[3].categories: must be a list of at least one
            'categories: [small, large],' | ''            | songs.yaml:15: columns[3]: "categories" is missing
            'categories: [small, large]' | 'range: [0, 1]' | songs.yaml:15: columns[3].range: only a real or integer column
            'categories: [small, large],' | 'categories: [small, large], unit: cm,' | songs.yaml:15: columns[3].unit: only a real or integer column
            role: protected       | 'role: protected, encoding: ordinal' | songs.yaml:15: columns[3].encoding: only a column with role feature
            'type: ordinal, categories: [small, large]' | type: real | songs.yaml:15: columns[3]: "bands" is missing: fairness is measured by group
            'type: ordinal, categories: [small, large]' | 'type: real, bands: [2, 2]' | songs.yaml:15: columns[3].bands: must rise, each edge above the one before
            'type: ordinal, categories: [small, large]' | 'type: real, bands: []' | songs.yaml:15: columns[3].bands: must be a list of at least one
            'type: ordinal, categories: [small, large]' | 'type: integer, bands: [2.5]' | songs.yaml:15: columns[3].bands[0]: is "2.5"; must be a whole number
            'type: ordinal, categories: [small, large]' | 'type: real, range: [0, 9], bands: [5, 10]' | songs.yaml:15: columns[3].bands: has the edge 10, outside the column's range from 0 to 9
            'categories: [small, large],' | 'categories: [small, large], bands: [1],' | songs.yaml:15: columns[3].bands: only a real or integer column with role protected
            range: [0, 300]       | 'range: [0, 300], monotone: up' | songs.yaml:12: columns[0].monotone: is "up"; allowed: rising, falling
            'categories: [small, large],' | 'categories: [small, large], monotone: rising,' | songs.yaml:15: columns[3].monotone: only a feature that is a number, or an ordinal column
            range: [0, 300]       | 'range: [0, 300], mutable: sideways' | songs.yaml:12: columns[0].mutable: is "sideways"; allowed: up, down, any
            'categories: [small, large],' | 'categories: [small, large], mutable: true,' | songs.yaml:15: columns[3].mutable: only a column with role feature
            range: [0, 300]       | 'range: [0, 300], reasons: {slow: x}' | songs.yaml:12: columns[0].reasons.slow: is no value that a reason can be about; allowed: low, high
            range: [0, 300]       | 'range: [0, 300], reasons: {low: ""}' | songs.yaml:12: columns[0].reasons.low: must be a text that is not empty
            range: [0, 300]       | 'range: [0, 300], reasons: low' | songs.yaml:12: columns[0].reasons: must be keys with values
            'categories: [small, large],' | 'categories: [small, large], reasons: {low: x},' | songs.yaml:15: columns[3].reasons: only a column with role feature is a reason
            range: [0, 300]       | 'range: [0, 300], bands: [9]' | songs.yaml:12: columns[0].bands: only a real or integer column with role protected
            positive-label: yes   | 'positive-label: yes\npositive-name: ""' | songs.yaml:9: positive-name: must be a text that is not empty
            role: protected       | role: target          | songs.yaml:12: columns: has 2 columns with role target (size, liked); exactly one
            role: target          | role: ignored         | songs.yaml:12: columns: has 0 columns with role target; exactly one
            role: feature         | role: ignored         | songs.yaml:12: columns: has no column with role feature
            [no, yes]             | [no, yes, maybe]      | songs.yaml:16: columns[4].categories: has 3 categories; a boolean column has two
            type: boolean         | type: nominal         | songs.yaml:16: columns[4].type: the target must be boolean
            role: target          | 'role: target, missing-allowed: true' | songs.yaml:16: columns[4].missing-allowed: a target may not be missing
            type: boolean         | type: boolean, colour: red | songs.yaml:16: columns[4].colour: unknown key; allowed: name, description
            columns:              | 'columns: none\\nx:'  | songs.yaml:11: columns: must be a list
            columns:              | 'use: {caveats: none}\ncolumns:' | songs.yaml:11: use.caveats: must be a list of at least one
            columns:              | 'use: {for: all}\ncolumns:' | songs.yaml:11: use.for: unknown key; allowed: intended, caveats
            false-positive: 5,    | ''                    | songs.yaml:17: decision-costs: "false-positive" is missing
            false-positive: 5     | false-positive: 0     | songs.yaml:17: decision-costs.false-positive: is "0"; must be a number from 0.001
            columns:              | columns: [            | is not YAML
            """)
    void whatIsWrongIsNamedWithItsPlaceAndWhatIsAllowed(String part, String wrong, String message) {
        String yaml = VALID.replace(part, wrong.replace("\\n", "\n"));
        assertThat(yaml).isNotEqualTo(VALID);

        assertThatThrownBy(() -> DatasetDefinitionReader.read(yaml, "songs.yaml"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void allProblemsAreReportedAtOnceAndEachOnce() {
        String yaml = Stream.of("version: 2", "range: [0, 300]", "type: nominal")
                .reduce(VALID, (text, part) -> text.replace(part, part.replaceAll("2|300|nominal", "-7")));

        assertThatThrownBy(() -> DatasetDefinitionReader.read(yaml, "songs.yaml"))
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .satisfiesExactly(
                                line -> assertThat(line).startsWith("songs.yaml:2: version:"),
                                line -> assertThat(line).startsWith("songs.yaml:12: columns[0].range:"),
                                line -> assertThat(line).startsWith("songs.yaml:14: columns[2].type:")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | songs.yaml: is empty
            just words          | songs.yaml:1: must be keys with values
            [a, b]              | songs.yaml:1: must be keys with values
            'a: 1\\n\\tb: 2'    | songs.yaml:2: is not YAML
            'a: 1\\n---\\nb: 2' | songs.yaml:2: is not YAML
            """)
    void textThatIsNoDefinitionIsRefused(String yaml, String message) {
        assertThatThrownBy(() ->
                        DatasetDefinitionReader.read(yaml.replace("\\n", "\n").replace("\\t", "\t"), "songs.yaml"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining(message);
    }
}
