package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileCheckTest {

    private static final DatasetDefinition SONGS = Songs.DEFINITION;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tempo,plays,genre,liked\n120.5,7,pop,yes\n",
                "tempo,plays,genre,liked\n120.5,7,pop,yes",
                "tempo,plays,genre,liked\r\n120.5,7,pop,yes\r\n",
                "\uFEFFtempo,plays,genre,liked\n120.5,7,pop,yes\n\n\n",
                "liked,genre,plays,tempo\nyes,pop,7,120.5\n",
                "\"tempo\",\"plays\",\"genre\",\"liked\"\n\"120.5\",\"7\",\"pop\",\"yes\"\n",
            })
    void theSameRowIsReadHoweverItIsWritten(String content) {
        assertThat(Songs.rows(content).accepted()).containsExactly(List.of("120.5", "7", "pop", "yes"));
    }

    @ParameterizedTest(name = "{0} is stored as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0
            -0.5       | -0.5
            007        | 007
            +5         | 5.0
            .5         | 0.5
            5.         | 5.0
            1e3        | 1000.0
            1.5E-3     | 0.0015
            1e308      | 1.0E308
            5e-324     | 4.9E-324
            0e999      | 0.0
            0.1234567890123456789  | 0.1234567890123456789
            123456789012345678901234567890.5 | 123456789012345678901234567890.5
            1234567890123456789012345678901234567890 | 1.2345678901234568E39
            """)
    void numbersAreStoredAsTextThatDatabasesRead(String text, String stored) {
        assertThat(Songs.rows(Songs.HEADER + text + ",,,yes\n")
                        .accepted()
                        .get(0)
                        .get(0))
                .isEqualTo(stored);
    }

    @ParameterizedTest(name = "{0} is stored as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            22                   | 22
            22.0                 | 22
            22.                  | 22
            2.2e1                | 22
            +22                  | 22
            -22                  | -22
            0022                 | 22
            -0                   | 0
            0.0                  | 0
            100                  | 100
            9007199254740993     | 9007199254740993
            9223372036854775807  | 9223372036854775807
            -9223372036854775806 | -9223372036854775806
            """)
    void wholeNumbersAreStoredAsTheyAreCounted(String text, String stored) {
        assertThat(Songs.rows(Songs.HEADER + "," + text + ",,yes\n")
                        .accepted()
                        .get(0)
                        .get(1))
                .isEqualTo(stored);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            tempo | 1e400       | is "1e400", which is too large for a 64-bit number; must be a number (bpm)
            tempo | 1e-400      | is "1e-400", which is too close to 0 for a 64-bit number; must be a number (bpm)
            tempo | NaN         | is "NaN", which stands for no value; add it to missing, or leave the field empty; must
            tempo | N/A         | is "N/A", which stands for no value; add it to missing, or leave the field empty; must
            tempo | "1,5"       | is "1,5", which has a comma; add decimal: "," or thousands: "," to source
            tempo | "1,234,567" | is "1,234,567", which has a comma; add decimal: "," or thousands: "," to
            tempo | " 1.5"      | is " 1.5", which has blanks around the number; add trim: true to source; must be a
            tempo | 0x1p3       | is "0x1p3", which is no number as 1234.5 or 1.2e3 are; must be a number (bpm)
            tempo | 1d          | is "1d", which is no number as 1234.5 or 1.2e3 are; must be a number (bpm)
            tempo | -           | is "-", which stands for no value; add it to missing, or leave the field empty; must
            tempo | 1e          | is "1e", which is no number as 1234.5 or 1.2e3 are; must be a number (bpm)
            plays | 7.5         | is "7.5", which is not whole; must be a whole number
            plays | 1e-1        | is "1e-1", which is not whole; must be a whole number
            plays | 9223372036854775808 | is "9223372036854775808", which is outside of the whole numbers that can be stored
            plays | -9223372036854775807 | is "-9223372036854775807", which is outside of the whole numbers that can be
            plays | 1e999999999 | is "1e999999999", which is outside of the whole numbers that can be stored, -9223372036
            plays | 1e9999999999999 | is "1e9999999999999", which is outside of the whole numbers that can be stored
            plays | seven       | is "seven", which is no number as 1234.5 or 1.2e3 are; must be a whole number
            tempo | 9.5%        | is "9.5%", which has a percent sign; add format: percent (10.65% is 10.65) or
            tempo | $9.5        | is "$9.5", which has a currency sign; add format: currency to the column; must be
            tempo | (9)         | is "(9)", which is in brackets; a number below 0 has a minus sign; must be
            tempo | −9          | is "−9", which has MINUS SIGN (U+2212) in it; write digits and signs in ASCII
            tempo | ٧٣          | is "٧٣", which has ARABIC-INDIC DIGIT SEVEN (U+0667) in it; write digits and signs
            tempo | " "         | is " ", which stands for no value; add it to missing, or leave the field empty; must
            genre | Pop         | is "Pop", which differs from "pop" by upper or lower case or by blanks; write it as
            genre | "pop "      | is "pop ", which differs from "pop" by blanks at its ends; add trim: true to source
            genre | n/a         | is "n/a", which stands for no value; add it to missing, or leave the field empty;
            genre | рop         | is "рop", which has CYRILLIC SMALL LETTER ER (U+0440) in it, a letter of another
            genre | Чалга       | is "Чалга"; must be one of pop, 12" mix, long, Chanson à texte
            liked | true        | is "true", which is a truth value in other words; write "no" for false and "yes" for
            liked | y           | is "y", which is a truth value in other words; write "no" for false and "yes" for true
            liked | ""          | is missing; must be one of no, yes
            """)
    void whatIsWrongWithAValueIsSaidWithWhatIsAllowed(String column, String field, String reason) {
        List<String> names = SONGS.columns().stream().map(c -> c.name()).toList();
        List<String> fields = new ArrayList<>(List.of("1", "1", "pop", "no"));
        fields.set(names.indexOf(column), field);

        CollectedRows rows = Songs.rows(Songs.HEADER + Songs.ROW + String.join(",", fields));

        assertThat(rows.accepted()).hasSize(1);
        assertThat(rows.quarantined()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.raw()).isEqualTo(String.join(",", fields));
            assertThat(row.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.column()).isEqualTo(column);
                assertThat(problem.reason()).startsWith(reason);
            });
        });
    }

    @Test
    void whatNobodySeesIsEscapedAndNamed() {
        assertThat(reason("1,1,Chanson\u00a0à texte,no"))
                .startsWith(
                        "is \"Chanson\\u00A0à texte\", which has NO-BREAK SPACE (U+00A0) in it; write \"Chanson à texte\"");
        assertThat(reason("1,1,pop\u200b,no"))
                .startsWith("is \"pop\\u200B\", which has ZERO WIDTH SPACE (U+200B) in it; write \"pop\"");
        assertThat(reason("1\u00a05,1,pop,no"))
                .startsWith("is \"1\\u00A05\", which has NO-BREAK SPACE (U+00A0) in it; remove it");
    }

    private static String reason(String row) {
        CollectedRows rows = Songs.rows(Songs.HEADER + Songs.ROW + row + "\n");
        return rows.quarantined().get(0).problems().get(0).reason();
    }

    @ParameterizedTest(name = "{0} of {1} is stored as {2}")
    @CsvSource(textBlock = """
            1.0,   '0, 1',          1
            0.00,  '0, 1',          0
            True,  '0, 1',          1
            FALSE, '0, 1',          0
            1.0,   '3, 2, 1',       1
            -2.0,  '-2, 2',         -2
            YES,   'no, yes',       yes
            False, 'false, true',   false
            """)
    void aTextThatMeansExactlyOneCategoryIsThatCategory(String text, String categories, String stored) {
        assertThat(read(text, categories).accepted()).containsExactly(List.of(stored));
    }

    @ParameterizedTest(name = "{0} of {1} is none")
    @CsvSource(textBlock = """
            yes,   '0, 1'
            true,  'no, yes'
            1,     'no, yes'
            1.5,   '0, 1'
            01,    '0, 1'
            10,    '0, 1'
            1.,    '0, 1'
            true,  '1, 2, 3'
            """)
    void nothingIsGuessed(String text, String categories) {
        assertThat(read(text, categories).quarantined()).hasSize(1);
    }

    private static CollectedRows read(String text, String categories) {
        List<String> all = List.of(categories.split(", "));
        Column column = new Column(
                "c",
                "C",
                all.size() == 2 ? ColumnType.BOOLEAN : ColumnType.NOMINAL,
                ColumnRole.FEATURE,
                null,
                null,
                all,
                null,
                false,
                Songs.DEFINITION.columns().get(2).encoding(),
                null,
                Map.of());
        Row row = new Row(1);
        row.begin(1);
        new CategoryCell(0, column).parse(text.toCharArray(), 0, text.length(), row);
        CollectedRows rows = new CollectedRows();
        if (row.isValid(0)) {
            rows.accept(new CheckedRow(1, row.values()));
        } else {
            rows.quarantine(new QuarantinedRow(1, row.text(0), List.of()));
        }
        return rows;
    }

    @Test
    void aRefusalShowsHowTheCommonestWrongValuesLookButNotTheValues() {
        String rows = "16.25%,1,pop,no\n".repeat(3) + "n/a,1,pop,no\n" + "$17,1,pop,no\n";

        assertThatThrownBy(() -> Songs.rows(Songs.HEADER + rows))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageEndingWith(
                        "of_type of column tempo, type_ real (5, first in row 1; 3 look like \"99.99%\", which"
                                + " has a percent sign; add format: percent (10.65% is 10.65) or percent-as-share (0.1065) to the column)")
                .hasMessageNotContaining("16.25");
    }

    @Test
    void everyProblemOfARowIsSaid() {
        CollectedRows rows = Songs.rows(Songs.HEADER + Songs.ROW + "fast,often,\"a\nb\",\n");

        QuarantinedRow row = rows.quarantined().get(0);
        assertThat(row.problems())
                .extracting(RowProblem::column, RowProblem::expectation)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"tempo\", \"expect_column_values_to_be_of_type\")",
                        "(\"plays\", \"expect_column_values_to_be_of_type\")",
                        "(\"genre\", \"expect_column_values_to_be_in_set\")",
                        "(\"liked\", \"expect_column_values_to_not_be_null\")");
        assertThat(row.raw()).isEqualTo("fast,often,\"a\nb\",");
    }

    @Test
    void aMissingValueIsNullWhereItIsAllowed() {
        assertThat(Songs.rows(Songs.HEADER + ",\"\",,no\n").accepted().get(0)).containsExactly(null, null, null, "no");
    }

    @Test
    void aLongValueIsCutInTheReasonAndKeptInTheRow() {
        String longName = "x".repeat(5_000);

        QuarantinedRow row = Songs.rows(Songs.HEADER + Songs.ROW + "1,1," + longName + ",no\n")
                .quarantined()
                .get(0);

        assertThat(row.raw()).contains(longName);
        assertThat(row.problems().get(0).reason()).hasSizeLessThan(250).contains("x…\"; must be one of");
    }

    @Test
    void linesAreCountedAcrossLineBreaksInQuotes() {
        assertThatThrownBy(() -> Songs.rows(Songs.HEADER + "1,1,\"a\nb\r\nc\",no\n1,1\n"))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageStartingWith("songs.csv:5: has 2 fields instead of 4");
    }

    @Test
    void aMalformedByteIsPlacedInItsLineEvenFarIntoTheFile() {
        byte[] content = (Songs.HEADER + Songs.ROW.repeat(50_000) + "1,1,\u0000,no\n" + Songs.ROW)
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < content.length; i++) {
            content[i] = content[i] == 0 ? (byte) 0xff : content[i];
        }

        assertThatThrownBy(
                        () -> check(SONGS, "").run(new ByteArrayInputStream(content), "s", new CountingSink(), r -> {}))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageStartingWith("s:50002: is not UTF-8 text");
    }

    @Test
    void aFileWithoutARowToKeepIsRefused() {
        assertThatThrownBy(() -> Songs.rows(Songs.HEADER + "1,1,pop,maybe\n"))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageStartingWith("songs.csv: 1 of 1 rows would be set aside (100 %), and at most 100 % may be");
    }

    @Test
    void aTableThatBreaksACriticalExpectationIsRefused() throws IOException {
        String suite = """
                expectations:
                  - {type: expect_column_mean_to_be_between, severity: critical, kwargs: {column: tempo, min_value: 130}}
                  - {type: expect_table_row_count_to_be_between, severity: warning, kwargs: {min_value: 99}}
                  - {type: expect_compound_columns_to_be_unique, severity: critical, kwargs: {column_list: [plays, genre]}}
                """;

        assertThatThrownBy(() -> run(suite, Songs.HEADER + Songs.ROW + "130.5,7.0,pop,no\n"))
                .isInstanceOf(FileRejectedException.class)
                .hasMessage(
                        "songs.csv: critical expectation is not met: expect_column_mean_to_be_between of column tempo,"
                                + " min_value 130.0; it is 125.5; critical expectation is not met:"
                                + " expect_compound_columns_to_be_unique of column_list [plays, genre]; 1 of 2 rows break it");
    }

    @Test
    void theCallerIsToldOfProgressAndCanEndTheReading() throws IOException {
        String content = Songs.HEADER + Songs.ROW.repeat(20_000);
        List<Long> progress = new ArrayList<>();

        check(SONGS, "").run(bytes(content), "songs.csv", new CountingSink(), progress::add);

        assertThat(progress).containsExactly(8_192L, 16_384L, 20_000L);
        assertThatThrownBy(() -> check(SONGS, "").run(bytes(content), "songs.csv", new CountingSink(), rows -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whatTheSourceOrTheSinkThrowsReachesTheCaller() {
        IOException broken = new IOException("connection reset");
        InputStream content = new InputStream() {
            private final InputStream start = bytes(Songs.HEADER + Songs.ROW.repeat(10_000));

            @Override
            public int read() throws IOException {
                int next = start.read();
                if (next < 0) {
                    throw broken;
                }
                return next;
            }
        };
        RowSink full = new RowSink() {
            @Override
            public void accept(CheckedRow row) throws IOException {
                throw broken;
            }

            @Override
            public void quarantine(QuarantinedRow row) {}

            @Override
            public void leaveOut() {}
        };

        assertThatThrownBy(() -> check(SONGS, "").run(content, "songs.csv", new CountingSink(), rows -> {}))
                .isSameAs(broken);
        assertThatThrownBy(() -> Songs.rowsTo(full, Songs.HEADER + Songs.ROW)).isSameAs(broken);
    }

    private void run(String suite, String content) throws IOException {
        check(SONGS, suite).run(bytes(content), "songs.csv", new CountingSink(), rows -> {});
    }

    private FileCheck check(DatasetDefinition definition, String suite) throws IOException {
        Path yaml = directory.resolve("expectations.yaml");
        if (!suite.isEmpty()) {
            Files.writeString(yaml, suite);
        }
        return new FileCheck(definition, ExpectationSuiteReader.read(yaml, definition));
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
