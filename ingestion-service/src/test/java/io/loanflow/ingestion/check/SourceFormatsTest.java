package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small made-up files in the shapes that public tables have. */
class SourceFormatsTest {

    private static final String PLAIN = """
            - {name: tempo, type: real}
            - {name: liked, type: boolean, categories: ["0", "1"], role: target}
            """;

    @Test
    void codesBetweenBlanksAreMappedToCategories() {
        CollectedRows rows = rows("delimiter: blanks", """
                - {name: checking, from: Checking-Account, type: ordinal, map: {A14: none, A11: below_0, A12: to_200}}
                - {name: amount, from: Amount, type: integer}
                - {name: liked, type: boolean, map: {"2": bad, "1": good}, role: target}
                """, """
                Checking-Account  Amount   liked
                  A11   1169  1
                A14\t5951\t\t2\t
                """);

        assertThat(rows.accepted()).containsExactly(List.of("below_0", "1169", "good"), List.of("none", "5951", "bad"));
    }

    @Test
    void anyTextIsACategoryWhereTheyAreNotListed() {
        CollectedRows rows = rows(
                "missing: [NA]",
                """
                - {name: genre, type: nominal, categories: auto, map: {p: pop}, missing-allowed: true}
                - {name: liked, type: boolean, categories: ["0", "1"], role: target}
                """,
                "genre,liked\npop,1\np,0\nnever heard of,1\nNA,0\n pop,1\n" + "x".repeat(256) + ",0\n");

        assertThat(rows.accepted())
                .containsExactly(
                        List.of("pop", "1"),
                        List.of("pop", "0"),
                        List.of("never heard of", "1"),
                        Arrays.asList(null, "0"));
        assertThat(rows.quarantined()).hasSize(2);
        assertThat(rows.quarantined().get(0).problems().toString())
                .contains("has blanks at its ends; add trim: true to source");
        assertThat(rows.quarantined().get(1).problems().toString()).contains("is longer than 255 characters");
    }

    @Test
    void aFileWithoutHeaderIsReadInTheDefinitionsOrder() {
        CollectedRows rows = rows("header: false", """
                - {name: age, type: integer}
                - {name: ratio, type: real, missing-allowed: true}
                - {name: patient, type: boolean, map: {"2": healthy, "1": ill}, role: target}
                """, "65,0.9,1\r\n62,,2\r\n");

        assertThat(rows.accepted()).containsExactly(List.of("65", "0.9", "ill"), Arrays.asList("62", null, "healthy"));
    }

    @Test
    void aFileWithoutHeaderIsReadByPosition() {
        CollectedRows rows = rows(
                "{header: false, extra-columns: ignore, delimiter: blanks}", """
                - {name: liked, position: 4, type: boolean, categories: ["0", "1"], role: target}
                - {name: tempo, position: 2, type: real}
                """, "1 22.08 11.46 1\n0 22.67 7 0\n");

        assertThat(rows.accepted()).containsExactly(List.of("1", "22.08"), List.of("0", "22.67"));
    }

    @Test
    void anIndexColumnAndOthersThatAreNotNamedAreIgnored() {
        CollectedRows rows = rows("{extra-columns: ignore, missing: [NA]}", """
                - {name: default_next_month, from: default.payment.next.month, type: boolean, categories: ["0", "1"], role: target}
                - {name: income, from: MonthlyIncome, type: real, missing-allowed: true}
                """, """
                ,MonthlyIncome,"a, note",default.payment.next.month
                1,9120,"x ""y"" z",1
                2,NA,,0
                3,many,"x ""y"" z",0
                """);

        assertThat(rows.accepted()).containsExactly(List.of("1", "9120"), Arrays.asList("0", null));
        assertThat(rows.quarantined()).extracting(QuarantinedRow::raw).containsExactly("3,many,\"x \"\"y\"\" z\",0");
    }

    @Test
    void blanksAroundFieldsAreNoneOfTheirsWhereTheDefinitionSaysSo() {
        CollectedRows rows = rows("{trim: true, missing: [\"?\"]}", """
                - {name: hours_per_week, from: hours-per-week, type: integer}
                - {name: workclass, type: nominal, categories: [Private, State-gov], missing-allowed: true}
                - {name: income, type: boolean, map: {"<=50K": low, ">50K": high}, role: target}
                """, """
                workclass, hours-per-week , income
                State-gov, 40, <=50K
                 ?, 13 , >50K
                 "Private" , \u00a07, >50K
                """);

        assertThat(rows.accepted())
                .containsExactly(
                        List.of("40", "State-gov", "low"),
                        Arrays.asList("13", null, "high"),
                        List.of("7", "Private", "high"));
    }

    @Test
    void identifiersDatesTextsAndNumbersForPeopleAreRead() {
        CollectedRows rows = rows("{missing: [n/a]}", """
                - {name: id, type: identifier}
                - {name: issued, type: date, format: "%b-%Y"}
                - {name: term, type: integer, format: {suffix: " months"}}
                - {name: rate, type: real, format: percent}
                - {name: share, type: real, format: percent-as-share}
                - {name: amount, type: real, format: currency}
                - {name: title, type: text, missing-allowed: true}
                - {name: liked, type: boolean, map: {Charged Off: bad, Fully Paid: good}, role: target}
                """, """
                id,issued,term,rate,share,amount,title,liked
                0077,Dec-2011,36 months,10.65%,10.65%,$1234.50,"clerk, AA",Fully Paid
                78,Jan-2012,60 months,7.9,0.5 %,-€5,n/a,Charged Off
                79,Jan-12,60,7.9,0.5,5 dollars,x,Charged Off
                """);

        assertThat(rows.accepted())
                .containsExactly(
                        List.of("0077", "2011-12-01", "36", "10.65", "0.1065", "1234.50", "clerk, AA", "good"),
                        Arrays.asList("78", "2012-01-01", "60", "7.9", "0.005", "-5", null, "bad"));
        assertThat(rows.quarantined())
                .singleElement()
                .satisfies(row -> assertThat(row.problems())
                        .extracting(RowProblem::column)
                        .containsExactly("issued", "term", "share", "amount"));
    }

    @ParameterizedTest(name = "{2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ","    | "."    | "1.234.567,5" | 1234567.5
            ","    | "."    | "0,5"         | 0.5
            "."    | ","    | "1,234"       | 1234
            "."    | "'"    | -1'234.50     | -1234.50
            "."    | ","    | "12,34"       |
            "."    | ","    | "1,2345"      |
            ","    | "."    | "1.5"         |
            ","    | "."    | "1,5,5"       |
            """)
    void marksOfDecimalsAndThousandsAreThoseOfTheFile(String decimal, String thousands, String text, String stored) {
        CollectedRows rows = rows(
                "{decimal: " + decimal + ", thousands: " + thousands + "}",
                PLAIN,
                "tempo,liked\n" + text + ",1\n5,1\n");

        assertThat(rows.accepted()).hasSize(stored == null ? 1 : 2);
        if (stored != null) {
            assertThat(rows.accepted().get(0)).containsExactly(stored, "1");
        }
    }

    @Test
    void linesBeforeTheTableAndCommentsAreSkippedAndLinesStillCount() {
        String source = "{skip-lines: 2, comment: \"#\", delimiter: \";\", quote: \"'\"}";
        String file = "sep=;\r\nExported\r\ntempo;liked\r\n# note; x\r\n'1';1\r\n";

        assertThat(rows(source, PLAIN, file).accepted()).containsExactly(List.of("1", "1"));
        assertThatThrownBy(() -> rows(source, PLAIN, file + "2;1;3\r\n"))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining("songs.csv:6: has 3 fields instead of 2; put a field that holds a semicolon");
    }

    @Test
    void aMarkerThatAColumnListsIsACategoryThere() {
        CollectedRows rows = rows("missing: [NA]", """
                - {name: region, type: nominal, categories: [NA, EU]}
                - {name: tempo, type: real, missing-allowed: true, missing: ["-"]}
                - {name: liked, type: boolean, categories: ["0", "1"], role: target}
                """, "region,tempo,liked\nNA,NA,1\nEU,-,0\n");

        assertThat(rows.accepted()).containsExactly(Arrays.asList("NA", null, "1"), Arrays.asList("EU", null, "0"));
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-1, ISO-8859-1", "latin-1, ISO-8859-1", "windows-1252, windows-1252", "utf-8, UTF-8"})
    void textIsDecodedAsTheDefinitionSays(String encoding, String charset) {
        assertThat(decoded("encoding: " + encoding, "Ma\u00eetrise", Charset.forName(charset)))
                .containsExactly("Ma\u00eetrise", "1");
    }

    @Test
    void utf16IsReadByItsMark() {
        assertThat(decoded("{}", "\u4e2d\u6587", StandardCharsets.UTF_16)).containsExactly("\u4e2d\u6587", "1");
    }

    private static List<String> decoded(String source, String title, Charset charset) {
        String columns = """
                - {name: title, type: identifier}
                - {name: liked, type: boolean, categories: ["0", "1"], role: target}
                - {name: tempo, type: real, missing-allowed: true}
                """;
        byte[] file = ("title,liked,tempo\n" + title + ",1,\n").getBytes(charset);
        return rows(source, columns, file).accepted().get(0).subList(0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "two gzip", "bzip2", "xz", "zstd", "zip"})
    void packedFilesAreOpenedByTheirContent(String packer) throws IOException {
        byte[] packed = packed(packer, "tempo,liked\n" + "1,1\n".repeat(20_000));

        assertThat(rows("{}", PLAIN, packed).accepted()).hasSize(packer.startsWith("two") ? 40_000 : 20_000);
        assertThatThrownBy(() -> rows("{}", PLAIN, Arrays.copyOf(packed, packed.length / 3)))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining("songs.csv: cannot be unpacked; it is damaged or cut short");
    }

    @Test
    void ofSeveralFilesInAnArchiveNoneIsChosen() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("__MACOSX/x", "a.csv", "b.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("tempo,liked\n1,1\n".getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThatThrownBy(() -> rows("{}", PLAIN, bytes.toByteArray()))
                .isInstanceOf(FileRejectedException.class)
                .hasMessage("songs.csv: is a zip archive of several files; unpack it, and name the one to load");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            9.99%     | add format: percent
            $5        | add format: currency
            "1,5"     | add decimal: "," or thousands: ","
            NA        | add it to missing
            36 months | add format: {suffix: …}
            ` 5`      | add trim: true to source
            """)
    void aMessageNamesTheKeyThatAcceptsTheValues(String value, String key) {
        assertThatThrownBy(() -> rows("{}", PLAIN, "tempo,liked\n" + (value + ",1\n").repeat(3)))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining(key);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Tempo,Liked        | a column that the file calls otherwise has from: with that name
            ` tempo, liked`    | add trim: true to source
            tempo,liked,note   | extra-columns: ignore in source
            ,tempo,liked       | or add extra-columns: ignore to source
            1.5,1              | add header: false to source
            """)
    void aMessageNamesTheKeyThatAcceptsTheHeader(String header, String key) {
        assertThatThrownBy(() -> rows("{}", PLAIN, header + "\n1,1\n"))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining(key);
    }

    @Test
    void anIgnoredColumnThatNearlyIsANeededOneIsNamed() {
        assertThatThrownBy(() -> rows("extra-columns: ignore", PLAIN, "Tempo,liked\n1,1\n"))
                .hasMessageContaining("\"tempo\" is missing: perhaps it is \"Tempo\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1,1,1       | has 3 fields, and the definition lists 2 columns
            1           | has 1 fields, and the definition speaks of 2
            tempo,liked | the first line names the columns; remove header: false
            """)
    void aFileWithoutHeaderHasTheDefinitionsColumns(String row, String message) {
        assertThatThrownBy(() -> rows("header: false", PLAIN, row + "\n"))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining(message);
    }

    private static final String SONG = """
            - {name: tempo, type: real, missing-allowed: true}
            - {name: title, from: song title, type: identifier, missing-allowed: true}
            - {name: liked, type: boolean, categories: ["0", "1"], role: target}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"tempo\": 120.50, \"song title\": \"a \\\"b\\\"\", \"liked\": 1}, {\"liked\": 0, \"tempo\": null}]",
                "{\"tempo\": 120.50, \"song title\": \"a \\u0022b\\u0022\", \"liked\": 1}\n{\"liked\": \"0\", \"tempo\": \"\"}\n",
            })
    void objectsAreRowsInAListOrOneAfterAnother(String json) {
        assertThat(rows("{}", SONG, json).accepted())
                .containsExactly(List.of("120.50", "a \"b\"", "1"), Arrays.asList(null, null, "0"));
    }

    @Test
    void rowsOfSeveralFilesStandInAListWithinEachAndAColumnIsSetByTheFile() {
        String good =
                "{\"meta\": {\"n\": [1]}, \"data\": {\"songs\": [{\"tempo\": 1, \"x\": {\"y\": 2}}, {\"tempo\": \"fast\", \"x\": [2]}]}, \"z\": 1}";
        String bad = "{\"data\": {\"songs\": []}}";
        String other = "{\"data\": {\"songs\": [{\"tempo\": 3}]}}";

        CollectedRows rows = rows(
                "files: [{file: a, with: {liked: 1}}, {file: b, with: {liked: 0}}, {file: c, with: {liked: 0}}],"
                        + " records: data.songs, extra-columns: ignore",
                SONG,
                List.of(json("a", "1", good), json("b", "0", bad), json("c", "0", other)));

        assertThat(rows.accepted()).containsExactly(Arrays.asList("1", null, "1"), Arrays.asList("3", null, "0"));
        assertThat(rows.quarantined()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.raw()).isEqualTo("{\"tempo\":\"fast\",\"x\":…}");
        });
    }

    @Test
    void linesOfSeveralFilesAreNumberedThroughAndAColumnIsSetByTheFile() {
        CollectedRows rows = rows(
                "files: [{file: a, with: {liked: 1}}, {file: b, with: {liked: 0}}], header: false",
                SONG.replace("from: song title, ", ""),
                List.of(json("a", "1", "1,x\n2,y\n"), json("b", "0", "z,3\n4,z\n")));

        assertThat(rows.accepted())
                .containsExactly(List.of("1", "x", "1"), List.of("2", "y", "1"), List.of("4", "z", "0"));
        assertThat(rows.quarantined()).extracting(QuarantinedRow::number).containsExactly(3L);
    }

    private static TablePart json(String name, String liked, String file) {
        return part(name, Map.of("liked", liked), file.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                  | {"songs": [{"tempo": 1}]}   | songs.csv:1: begins with no row; perhaps the rows are those of the list "songs": add records: songs
            {}                  | [{"tempo": 1, "note": 2}]   | songs.csv:1: "note" is none of the columns; columns that are not needed are left out by extra-columns
            {}                  | [{"tempo": 1, "tempo": 2}]  | songs.csv:1: has a row with the same property twice
            {}                  | [[1, 2]]                    | songs.csv:1: holds something else than objects
            {}                  | [{"tempo": 1, "liked": 1}]x | songs.csv:1: is not JSON any more
            {}                  | [{"tempo": 1, "liked": 1},  | songs.csv:1: is not JSON any more; the file is damaged or cut short
            {}                  | [{"tempo": [1], "liked": 1}, {"tempo": [1], "liked": 1}]  | 2 of 2 rows would be set aside
            records: a.b        | {"a": {"c": []}}            | songs.csv:1: has no "b", by which records in source goes
            records: a          | {"a": {"c": []}}            | songs.csv:1: "a" is no list
            records: a          | tempo,liked                 | songs.csv: is not JSON, which source says it is
            format: csv         | [{"tempo": 1}]              | songs.csv: is JSON; remove format: csv
            """)
    void jsonThatIsNoTableIsRefused(String source, String json, String message) {
        assertThatThrownBy(() -> rows(source, SONG, json))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining(message);
    }

    private static byte[] packed(String packer, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int member = 0; member < (packer.startsWith("two") ? 2 : 1); member++) {
            try (OutputStream packing = packing(packer, bytes)) {
                packing.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static OutputStream packing(String packer, OutputStream bytes) throws IOException {
        return switch (packer) {
            case "bzip2" -> new BZip2CompressorOutputStream(bytes);
            case "xz" -> new XZCompressorOutputStream(bytes);
            case "zstd" -> new ZstdOutputStream(bytes);
            case "zip" -> {
                ZipOutputStream zip = new ZipOutputStream(bytes);
                zip.putNextEntry(new ZipEntry("folder/songs.csv"));
                yield zip;
            }
            default -> new GZIPOutputStream(bytes);
        };
    }

    private static CollectedRows rows(String source, String columns, String file) {
        return rows(source, columns, file.getBytes(StandardCharsets.UTF_8));
    }

    private static CollectedRows rows(String source, String columns, byte[] file) {
        return rows("file: songs.csv, " + keys(source), columns, List.of(part("songs.csv", Map.of(), file)));
    }

    private static String keys(String source) {
        return source.replaceAll("^\\{|}$", "");
    }

    private static TablePart part(String name, Map<String, String> with, byte[] file) {
        return new TablePart(name, with, () -> new ByteArrayInputStream(file));
    }

    /** @param source keys of it, in one line */
    private static CollectedRows rows(String source, String columns, List<TablePart> parts) {
        DatasetDefinition definition = DatasetDefinitionReader.read(
                "{name: songs, version: 1, quarantine-limit: 0.9, positive-label: " + positive(columns) + ", source: {"
                        + source + "}, columns: [\n" + columns.replaceAll("(?m)^- (.*)$", "$1,") + "]}",
                "songs.yaml");
        CollectedRows rows = new CollectedRows();
        try {
            new FileCheck(definition, ExpectationSuiteReader.read(Path.of("no such expectations.yaml"), definition))
                    .run(parts, "songs", rows, read -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String positive(String columns) {
        for (String label : List.of("good", "ill", "high")) {
            if (columns.contains(": " + label + "}")) {
                return label;
            }
        }
        return "\"1\"";
    }
}
