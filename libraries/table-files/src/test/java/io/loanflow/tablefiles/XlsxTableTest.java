package io.loanflow.tablefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTableTest {

    private static final String TYPES_WITHOUT_STYLES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";

    private static final String TYPES = TYPES_WITHOUT_STYLES.replace(
            "</Types>",
            "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");

    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"B1\" t=\"str\"><v>b</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>2.5</v></c><c r=\"B2\" t=\"str\"><v>x</v></c></row></sheetData></worksheet>";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("songs.xlsx");
    }

    @Test
    void cellsAreReadByTheirValuesAndNotByTheirLook() throws IOException {
        write(sheet -> {
            header(sheet, "name", "tempo", "rate", "day", "time", "liked", "sum");
            sheet.value(1, 0, "straße");
            sheet.value(1, 1, 120);
            sheet.value(1, 2, 0.1065);
            sheet.style(1, 2).format("0.00%").set();
            sheet.value(1, 3, LocalDate.of(2011, 12, 31));
            sheet.style(1, 3).format("yyyy-MM-dd").set();
            sheet.value(1, 4, LocalDateTime.of(1900, 2, 28, 13, 30, 15));
            sheet.style(1, 4).format("dd/mm/yy hh:mm").set();
            sheet.value(1, 5, true);
            sheet.value(1, 6, 0.1 + 0.2);
            sheet.value(2, 1, 99.5);
            sheet.style(2, 1).format("#,##0.00 \"years\"").set();
        });

        assertThat(TypedTableTest.rows(file))
                .containsExactly(
                        List.of(
                                "straße",
                                "120",
                                "0.1065",
                                "2011-12-31",
                                "1900-02-28T13:30:15",
                                "true",
                                "0.30000000000000004"),
                        Arrays.asList(null, "99.5", null, null, null, null, null));
    }

    @Test
    void aFormulaIsWhatWasWorkedOut() throws IOException {
        byte[] saved =
                book("<c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>");
        byte[] unsaved = book("<c r=\"A2\"><f>1+1</f></c><c r=\"B2\" t=\"str\"><f>A1</f><v>ab</v></c>");

        assertThat(TypedTableTest.rows(Files.write(file, saved))).containsExactly(List.of("2", "ab"));
        assertRefused(unsaved, "cell A2 holds a formula without its value; open the workbook");
    }

    @Test
    void aWorkbookWithoutStylesIsReadAndOneThatLostThemIsNot() throws IOException {
        Files.write(file, parts(TYPES_WITHOUT_STYLES, SHEET, false));
        assertThat(TypedTableTest.rows(file)).containsExactly(Arrays.asList("2.5", "x"));

        assertRefused(parts(TYPES, SHEET, false), "damaged");
        Files.write(file, parts(TYPES_WITHOUT_STYLES, SHEET, true));
        assertThat(TypedTableTest.rows(file)).containsExactly(Arrays.asList("2.5", "x"));
    }

    @Test
    void linesBeforeTheHeaderAreSkippedAndEmptyRowsAreOnlyAtTheEnd() throws IOException {
        write(sheet -> {
            sheet.value(0, 0, "Songs of 2011");
            sheet.range(0, 0, 0, 1).merge();
            sheet.value(2, 0, "tempo");
            sheet.value(2, 1, "liked");
            sheet.value(3, 0, 1);
            sheet.value(3, 1, 0);
            sheet.style(7, 0).bold().set();
        });

        assertThat(TypedTableTest.rows(file, format(null, 2))).containsExactly(List.of("1", "0"));

        write(sheet -> {
            header(sheet, "tempo", "liked");
            sheet.value(1, 0, 1);
            sheet.value(3, 0, 1);
        });
        assertThatThrownBy(() -> TypedTableTest.rows(file))
                .isInstanceOf(FileRejectedException.class)
                .hasMessage("table:3: is an empty row; remove it");

        write(sheet -> {
            header(sheet, "tempo", "liked");
            sheet.value(1, 5, "note");
        });
        assertThatThrownBy(() -> TypedTableTest.rows(file))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageStartingWith("table:2: has a value beyond the last column of the header");
    }

    @Test
    void ofSeveralSheetsTheDefinitionNamesOne() throws IOException {
        try (OutputStream output = Files.newOutputStream(file);
                Workbook workbook = new Workbook(output, "test", "1.0")) {
            for (String name : List.of("Readme", "Data")) {
                Worksheet sheet = workbook.newWorksheet(name);
                header(sheet, "tempo");
                sheet.value(1, 0, name);
            }
        }

        assertThat(TypedTableTest.rows(file, format("Data", 0))).containsExactly(List.of("Data"));
        assertThatThrownBy(() -> TypedTableTest.rows(file))
                .hasMessageContaining(
                        "has several sheets; say by records in source which one holds the rows: Readme, Data");
        assertThatThrownBy(() -> TypedTableTest.rows(file, format("data", 0)))
                .hasMessageContaining("has no sheet \"data\", which records in source names; it has Readme, Data");
    }

    @Test
    void aWorkbookThatBecomesFarLargerIsRefusedBeforeItIsRead() throws IOException {
        byte[] bomb = new byte[200 << 20];

        byte[] texts = zip("xl/sharedStrings.xml", bomb);
        assertThat(texts.length).isLessThan(1 << 20);
        assertRefused(texts, "becomes far larger when it is unpacked");
        assertRefused(zip("xl/worksheets/sheet1.xml", bomb), "becomes far larger when it is unpacked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"
            })
    void entitiesAreNotRead(String sheet) throws IOException {
        Files.write(file, parts(sheet));
        try {
            assertThat(TypedTableTest.rows(file)).isEmpty();
        } catch (FileRejectedException e) {
            assertThat(e).hasMessageStartingWith("table: ");
        }
    }

    /** Whatever bytes are wrong or missing, the file is refused or read, or taken for the archive that it begins as. */
    @Test
    void aWorkbookWithWrongBytesIsRefusedOrRead() throws IOException {
        write(sheet -> {
            header(sheet, "tempo", "liked");
            for (int row = 1; row < 50; row++) {
                sheet.value(row, 0, row * 1.5);
                sheet.value(row, 1, "text " + row);
            }
        });
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] wrong = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int changes = i % 3; changes > 0; changes--) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
            }
            try {
                TypedTableTest.rows(Files.write(file, wrong));
            } catch (FileRejectedException | AssertionError e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private void assertRefused(byte[] content, String message) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> TypedTableTest.rows(file))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining(message);
    }

    private void write(Consumer<Worksheet> filling) throws IOException {
        try (OutputStream output = Files.newOutputStream(file);
                Workbook workbook = new Workbook(output, "test", "1.0")) {
            filling.accept(workbook.newWorksheet("Songs"));
        }
    }

    private static void header(Worksheet sheet, String... names) {
        for (int field = 0; field < names.length; field++) {
            sheet.value(0, field, names[field]);
        }
    }

    /** With a second row of these cells. */
    private static byte[] book(String cells) throws IOException {
        return parts("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"B1\" t=\"str\"><v>b</v></c></row><row r=\"2\">"
                + cells + "</row></sheetData></worksheet>");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", name)) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(part.equals(name) ? content : "<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] parts(String sheet) throws IOException {
        return parts(TYPES, sheet, true);
    }

    /** @param types what it says it has */
    private static byte[] parts(String types, String sheet, boolean withStyles) throws IOException {
        String workbook =
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
        String root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (List<String> part : List.of(
                    List.of("[Content_Types].xml", types),
                    List.of("_rels/.rels", root),
                    List.of("xl/workbook.xml", workbook),
                    List.of(
                            "xl/styles.xml",
                            "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"),
                    List.of("xl/_rels/workbook.xml.rels", relations),
                    List.of("xl/worksheets/sheet1.xml", sheet))) {
                if (!withStyles && part.get(0).equals("xl/styles.xml")) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(part.get(0)));
                zip.write(part.get(1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static TableFormat format(String sheet, int skipLines) {
        TableFormat standard = TableFormat.STANDARD;
        return new TableFormat(
                null,
                sheet,
                standard.delimiter(),
                standard.quote(),
                true,
                skipLines,
                null,
                standard.encoding(),
                List.of(),
                false,
                '.',
                null,
                false);
    }
}
