package io.loanflow.tablefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.typed.CellBuffer;
import io.loanflow.tablefiles.typed.TypedFormat;
import io.loanflow.tablefiles.typed.TypedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Arrow's own library wrote, by {@code make.py} beside them. */
class TypedTableTest {

    private static final Path FILES = Path.of("src/test/resources/typed");

    private static final List<List<String>> ROWS = List.of(
            List.of(
                    "22",
                    "1",
                    "4294967295",
                    "10.65",
                    "0.1",
                    "true",
                    "straße",
                    "a",
                    "1234.50",
                    "2011-12-31",
                    "2011-12-31T13:30:15"),
            Arrays.asList(null, "2", null, "1.0E-300", "5", null, "", "b", null, null, "2011-12-31"),
            Arrays.asList("-9007199254740993", null, "0", null, null, "false", null, "a", "-0.01", "2011-12-31", null));

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none.parquet",
                "snappy.parquet",
                "gzip.parquet",
                "zstd.parquet",
                "lz4.parquet",
                "second.parquet",
                "groups.parquet",
                "batches.arrow",
                "stream.arrow",
                "lz4.feather"
            })
    void everyWayOfWritingTheSameTableIsReadTheSame(String name) throws IOException {
        Path file = FILES.resolve(name);

        assertThat(rows(file)).isEqualTo(ROWS);
        assertThat(rows(file, 7, 0))
                .containsExactly(List.of("a", "22"), Arrays.asList("b", null), List.of("a", "-9007199254740993"));
    }

    @Test
    void aTableWithoutRowsHasColumns() throws IOException {
        assertThat(rows(FILES.resolve("empty.parquet"))).isEmpty();
    }

    @Test
    void listsAreRefusedOnlyWhereTheyAreWanted() throws IOException {
        Path nested = FILES.resolve("nested.parquet");

        assertThat(rows(nested, 0, 2)).containsExactly(List.of("a", "7"));
        assertThatThrownBy(() -> rows(nested))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining("column \"list.list.element\" holds lists or bytes")
                .hasMessageContaining("extra-columns: ignore");
    }

    @Test
    void whatCannotBeUnpackedIsRefusedWithWhatCan() {
        assertThatThrownBy(() -> rows(FILES.resolve("brotli.parquet")))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining("is packed with BROTLI; write it with compression snappy or zstd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snappy.parquet",
                "groups.parquet",
                "second.parquet",
                "batches.arrow",
                "stream.arrow",
                "lz4.feather"
            })
    void aFileThatIsCutShortAnywhereIsRefusedAndNeverRead(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve(name));
        for (int length = 6; length < whole.length - 1; length += Math.max(1, whole.length / 97)) {
            Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length));
            try {
                // A stream may end after any of its batches; it says so itself, but a reader need not ask.
                List<List<String>> rows = rows(cut);
                assertThat(name).endsWith("stream.arrow");
                assertThat(rows.size()).isIn(0, 3);
            } catch (FileRejectedException e) {
                assertThat(e).hasMessageContaining("damaged or cut short");
            }
        }
    }

    /** Whatever bytes are wrong, the file is refused or read: nothing else is thrown, and the process goes on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "none.parquet",
                "snappy.parquet",
                "second.parquet",
                "zstd.parquet",
                "batches.arrow",
                "stream.arrow",
                "lz4.feather"
            })
    void aFileWithWrongBytesIsRefusedOrRead(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve(name));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] wrong = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                // What a file begins with says of which format it is.
                wrong[8 + random.nextInt(wrong.length - 8)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(directory.resolve("wrong"), wrong);
            try {
                rows(file);
            } catch (FileRejectedException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aFileIsHeldToTheFormatThatTheDefinitionNames() throws IOException {
        Path parquet = FILES.resolve("snappy.parquet");
        Path text = Files.writeString(directory.resolve("text"), "tempo,liked\n1,0\n");

        assertThat(TypedFormat.open(text, "x", format(TableFormat.Kind.CSV, true)))
                .isEmpty();
        assertRefused(
                parquet, format(TableFormat.Kind.CSV, true), "x: is a file of format parquet; remove format: csv");
        assertRefused(
                parquet,
                format(TableFormat.Kind.ARROW, true),
                "x: is no file of format arrow, which source says it is; write parquet as format");
        assertRefused(
                text, format(TableFormat.Kind.XLSX, true), "x: is no file of format xlsx, which source says it is");
        assertRefused(parquet, format(null, false), "x: names its columns itself; remove header: false");
    }

    @Test
    void numbersAreTheShortestDecimalsThatAreTheSame() throws IOException {
        Random random = new Random(3);
        Path none = FILES.resolve("none.parquet");
        assertThat(rows(none, 3)).element(0).isEqualTo(List.of("10.65"));
        for (int i = 0; i < 100_000; i++) {
            double number =
                    i % 2 == 0 ? random.nextInt(10_000_000) / Math.pow(10, random.nextInt(7)) : random.nextGaussian();
            assertThat(Double.parseDouble(CellBuffer.textOf(number))).isEqualTo(number);
        }
        assertThat(CellBuffer.textOf(-0.05)).isEqualTo("-0.05");
        assertThat(CellBuffer.textOf(1234567.000001)).isEqualTo("1234567.000001");
        assertThat(CellBuffer.textOf(Double.NaN)).isEqualTo("NaN");
        assertThat(CellBuffer.textOf(-0.0)).isEqualTo("-0.0");
    }

    private static void assertRefused(Path file, TableFormat format, String message) {
        assertThatThrownBy(() -> TypedFormat.open(file, "x", format))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageStartingWith(message);
    }

    private static TableFormat format(TableFormat.Kind kind, boolean header) {
        TableFormat standard = TableFormat.STANDARD;
        return new TableFormat(
                kind,
                null,
                standard.delimiter(),
                standard.quote(),
                header,
                0,
                null,
                standard.encoding(),
                List.of(),
                false,
                '.',
                null,
                false);
    }

    /** The cells of each row, of the fields or of all; null where one is missing. */
    static List<List<String>> rows(Path file, int... fields) throws IOException {
        return rows(file, TableFormat.STANDARD, fields);
    }

    static List<List<String>> rows(Path file, TableFormat format, int... fields) throws IOException {
        try (TypedTable table = TypedFormat.open(file, "table", format).orElseGet(() -> fail("is no typed file"))) {
            int[] wanted = fields.length > 0
                    ? fields
                    : IntStream.range(0, table.names().size()).toArray();
            table.start(IntStream.of(wanted).collect(BitSet::new, BitSet::set, BitSet::or));
            List<List<String>> rows = new ArrayList<>();
            CellBuffer cell = new CellBuffer();
            while (table.next()) {
                List<String> row = new ArrayList<>();
                for (int field : wanted) {
                    table.read(field, cell);
                    row.add(cell.isMissing() ? null : cell.toString());
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
