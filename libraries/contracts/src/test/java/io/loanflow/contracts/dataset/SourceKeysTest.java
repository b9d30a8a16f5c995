package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceKeysTest {

    private static final String SHORT = """
            name: songs
            version: 1
            source: {file: songs.csv}
            quarantine-limit: 0
            positive-label: good
            columns:
              - {name: id, type: identifier}
              - {name: day, type: date}
              - {name: tempo, type: real}
              - {name: liked, type: boolean, map: {"2": bad, "1": good}, role: target}
            """;

    @Test
    void whatPeopleNeedMayBeLeftOut() {
        DatasetDefinition songs = read(SHORT);

        assertThat(songs.title()).isEqualTo("songs");
        assertThat(songs.column("tempo").description()).isEqualTo("tempo");
        assertThat(songs.columns())
                .extracting(Column::role)
                .containsExactly(ColumnRole.IDENTIFIER, ColumnRole.IGNORED, ColumnRole.FEATURE, ColumnRole.TARGET);
        assertThat(songs.target().categories()).containsExactly("bad", "good");
        assertThat(songs.negativeLabel()).isEqualTo("bad");
        assertThat(songs.source().format()).isEqualTo(TableFormat.STANDARD);
    }

    @Test
    void everyKeyOfTheSourceIsRead() {
        DatasetDefinition songs = read(
                SHORT.replace(
                        "file: songs.csv",
                        "file: songs.csv, delimiter: blanks, quote: \"'\", skip-lines: 2, comment: \"#\", encoding: latin-1,"
                                + " missing: [\"\", NA, \"?\"], trim: true, decimal: \",\", thousands: \" \", extra-columns: ignore"));

        assertThat(songs.source().format())
                .isEqualTo(new TableFormat(
                        null,
                        null,
                        Delimiter.BLANKS,
                        '\'',
                        true,
                        2,
                        '#',
                        StandardCharsets.ISO_8859_1,
                        List.of("NA", "?"),
                        true,
                        ',',
                        ' ',
                        true));
    }

    @Test
    void everyKeyOfAColumnsPlaceIsRead() {
        DatasetDefinition songs = read(SHORT.replace(
                "name: tempo, type: real",
                "name: tempo, from: Beats % (min), type: real, format: {suffix: \" bpm\"}, missing: [slow]"));

        assertThat(songs.column("tempo").source())
                .isEqualTo(new ColumnSource(
                        "Beats % (min)",
                        null, Map.of(), List.of("slow"), new ValueFormat(ValueFormat.Kind.SUFFIX, " bpm")));
        assertThat(songs.writtenPlainly().columns()).extracting(Column::source).containsOnly(ColumnSource.PLAIN);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            file: songs.csv | file: a, delimiter: ":"        | source.delimiter: is ":"; allowed: ",", ";", "tab", "|", "blanks"
            file: songs.csv | file: a, encoding: ebcdic      | source.encoding: is "ebcdic"; allowed: iso-8859-1, latin-1, utf-16, utf-8, windows-1252
            file: songs.csv | file: a, quote: x              | source.quote: is "x"; must be
            file: songs.csv | file: a, thousands: "."        | source.thousands: is the decimal mark too
            file: songs.csv | file: a, comment: ";", delimiter: ";" | source.comment: is the delimiter too
            file: songs.csv | file: a, missing: NA           | source.missing: must be a list
            file: songs.csv | file: a, missing: [NA, NA]     | source.missing[1]: "NA" is there twice
            file: songs.csv | file: a, extra-columns: drop   | source.extra-columns: is "drop"; allowed: ignore, refuse
            file: songs.csv | files: [{file: a}, {file: b, with: {tempo: 1}}] | source.files[1]: sets other columns by "with" than the first
            file: songs.csv | files: [{file: a, with: {liked: 3}}] | source.files[0].with.liked: is "3"; must be one of bad, good
            file: songs.csv | files: [{file: a, with: {x: 3}}] | source.files[0].with.x: is of no column; allowed: id, day, tempo, liked
            file: songs.csv | file: b, files: [{file: a}]    | source.files: is there beside "file"; keep one
            file: songs.csv | files: [{file: a, part: exam}, {file: b}] | source.files[0].part: is "exam"; allowed: train, test
            file: songs.csv | files: [{file: a, part: train}, {file: b}] | source.files: some files say by part what their rows are for and some do not
            file: songs.csv | files: [{file: a, part: train}, {file: b, part: train}] | source.files: no file has part: test; without part, a share of all rows is the test part
            file: songs.csv | files: [{file: a, part: test}] | source.files: no file has part: train
            file: songs.csv | files: [{file: a/b}]           | source.files[0].file: is "a/b"; must be the name of a file
            file: songs.csv | file: "*.csv", sha256: 0123456789012345678901234567890123456789012345678901234567890123 | source.sha256: is the digest of one file
            file: songs.csv | file: a, format: xml           | source.format: is "xml"; allowed: csv, json, jsonl
            file: songs.csv | file: a, format: json, header: false | source.header: is about lines of fields
            file: songs.csv | file: a, format: jsonl, records: a | source.records: only a file of format json
            type: date}     | type: date, role: feature}     | columns[1].role: a column of type date is stored only; its role is identifier or ignored
            type: date}     | type: date, format: "%d.%m"}   | columns[1].format: has no year, %Y or %y
            type: date}     | type: date, format: "%Y %Q"}   | columns[1].format: has %Q; allowed:
            type: date}     | type: date, categories: [a]}   | columns[1].categories: only a nominal, ordinal or boolean column has categories; remove it
            type: real}     | type: real, format: euro}      | columns[2].format: is "euro"; allowed: percent, percent-as-share, currency
            type: real}     | type: real, format: {prefix: x}} | columns[2].format.prefix: unknown key; allowed: suffix
            type: real}     | type: real, map: {a: b}}       | columns[2].map: only a nominal, ordinal or boolean column
            type: real}     | type: real, position: 3}       | columns[2].position: the file has a header
            type: real}     | type: real, from: day}         | columns[2].from: is "day", from which column day is read
            {"2": bad, "1": good} | {"2": bad}               | columns[3].map: has 1 categories; a boolean column has two
            {"2": bad, "1": good} | {"2": bad, "1": good}, categories: [poor, good] | columns[3].map.2: is "bad"; must be one of poor, good
            {"2": bad, "1": good} | {"2": bad, "1": good}, missing: ["1"] | columns[3].missing: "1" is a category of the column too
            """)
    void whatIsWrongIsNamedWithItsPlaceAndWhatIsAllowed(String part, String wrong, String message) {
        String yaml = SHORT.replace(part, wrong);
        assertThat(yaml).isNotEqualTo(SHORT);

        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            refuse | 1 2 3 4 | ``
            refuse | 1 - 3 4 | some columns have a position and some have none
            refuse | 1 2 2 4 | columns[2].position: is 2, that of column day; a column of the file is read once
            refuse | 1 2 5 4 | columns: no column has position 3; define it, with role ignored
            ignore | 1 2 5 4 | ``
            refuse | - - - - | ``
            """)
    void withoutHeaderEveryColumnHasAPlaceOfItsOwn(String extra, String positions, String message) {
        String yaml = SHORT.replace("file: songs.csv", "file: songs.csv, header: false, extra-columns: " + extra);
        String[] places = positions.split(" ");
        String[] names = {"name: id", "name: day", "name: tempo", "name: liked"};
        for (int i = 0; i < names.length; i++) {
            yaml = places[i].equals("-") ? yaml : yaml.replace(names[i], names[i] + ", position: " + places[i]);
        }
        String written = yaml;
        if (message.isEmpty()) {
            assertThat(read(written).columns()).hasSize(4);
        } else {
            assertThatThrownBy(() -> read(written)).hasMessageContaining(message);
        }
    }

    private static DatasetDefinition read(String yaml) {
        return DatasetDefinitionReader.read(yaml, "songs.yaml");
    }
}
