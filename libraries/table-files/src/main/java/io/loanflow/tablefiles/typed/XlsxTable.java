package io.loanflow.tablefiles.typed;

import io.loanflow.contracts.dataset.Excerpts;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet of an Excel workbook, whose texts are in memory and whose rows are not. */
final class XlsxTable implements TypedTable {

    private static final String FORMAT = "Excel";

    private static final String TYPES = "[Content_Types].xml";
    private static final String STYLES = "spreadsheetml.styles+xml";

    private final String fileName;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> names = new ArrayList<>();
    private final XlsxCell cells;
    private @Nullable Row row;
    private BitSet wanted = new BitSet();

    static XlsxTable open(Path path, String fileName, TableFormat format) throws IOException {
        WorkbookSize.check(path, fileName);
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(hasStyles(path), true));
        } catch (IOException | RuntimeException e) {
            throw DamagedTable.of(fileName, FORMAT, e);
        }
        try {
            return new XlsxTable(workbook, fileName, format);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** Some programs write none, and the library looks for them unless it is told. One that says it has styles must have them. */
    private static boolean hasStyles(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry types = zip.getEntry(TYPES);
            if (types == null) {
                return true;
            }
            try (InputStream content = zip.getInputStream(types)) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8).contains(STYLES);
            }
        }
    }

    private XlsxTable(ReadableWorkbook workbook, String fileName, TableFormat format) throws IOException {
        this.fileName = fileName;
        this.workbook = workbook;
        cells = new XlsxCell(fileName, workbook.isDate1904());
        stream = rows(sheet(workbook, fileName, format), fileName);
        rows = stream.iterator();
        readNames(format.skipLines());
    }

    private static Sheet sheet(ReadableWorkbook workbook, String fileName, TableFormat format) {
        List<Sheet> sheets = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        String said = format.records();
        List<Sheet> meant = sheets.stream()
                .filter(sheet -> said == null || sheet.getName().equals(said))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String known = Excerpts.list(sheets.stream().map(Sheet::getName).toList());
        throw new FileRejectedException(fileName
                + (said == null
                        ? ": has several sheets; say by records in source which one holds the rows: " + known
                        : ": has no sheet \"" + said + "\", which records in source names; it has " + known));
    }

    private static Stream<Row> rows(Sheet sheet, String fileName) {
        try {
            return sheet.openStream();
        } catch (IOException | RuntimeException e) {
            throw DamagedTable.of(fileName, FORMAT, e);
        }
    }

    private void readNames(int skipLines) throws IOException {
        Row header = nextRow();
        while (header != null && (header.getRowNum() <= skipLines || isEmpty(header))) {
            header = nextRow();
        }
        if (header == null) {
            throw new FileRejectedException(fileName + ": its sheet is empty; the first row must name the columns");
        }
        CellBuffer name = new CellBuffer();
        for (int field = 0; field < header.getCellCount(); field++) {
            cells.write(cell(header, field), name);
            names.add(name.toString());
        }
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
    }

    private @Nullable Row nextRow() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            // The library's parser of XML throws through the stream.
            throw DamagedTable.of(fileName, FORMAT, e);
        }
    }

    private static @Nullable Cell cell(Row row, int field) {
        return field < row.getCellCount() ? row.getCell(field) : null;
    }

    /** A cell with a format and no value is empty too. */
    private static boolean isEmpty(Row row) {
        return row.stream().allMatch(cell -> cell == null || XlsxCell.isEmpty(cell));
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void start(BitSet fields) {
        wanted = fields;
    }

    /** Empty rows may only stand at the end. */
    @Override
    public boolean next() throws IOException {
        int before = row == null ? -1 : row.getRowNum();
        row = nextRow();
        Row empty = null;
        while (row != null && isEmpty(row)) {
            empty = row;
            row = nextRow();
        }
        Row found = row;
        if (found == null) {
            return false;
        }
        if (empty != null || (before > 0 && found.getRowNum() > before + 1)) {
            throw new FileRejectedException(fileName + ":" + (found.getRowNum() - 1) + ": is an empty row; remove it");
        }
        for (int field = names.size(); field < found.getCellCount(); field++) {
            Cell beyond = found.getCell(field);
            if (beyond != null && !XlsxCell.isEmpty(beyond)) {
                throw new FileRejectedException(fileName + ":" + found.getRowNum()
                        + ": has a value beyond the last column of the header; name the column, or remove the value");
            }
        }
        return true;
    }

    @Override
    public void read(int field, CellBuffer target) {
        Row current = row;
        if (current == null || !wanted.get(field)) {
            throw new IllegalStateException("column " + names.get(field) + " was not asked for");
        }
        cells.write(cell(current, field), target);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
