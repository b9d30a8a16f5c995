package io.loanflow.tablefiles.typed;

import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file, one page of each column in memory at a time. */
final class ParquetTable implements TypedTable {

    private static final String FORMAT = "Parquet";

    private final FileChannel file;
    private final String fileName;
    private final ParquetFooter footer;
    private final List<ParquetColumn> columns;
    private final @Nullable ColumnReader[] readers;
    private final @Nullable ParquetCell[] cells;
    private BitSet wanted = new BitSet();
    private int group = -1;
    private long rowsLeft;

    static ParquetTable open(Path path, String fileName) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new ParquetTable(file, fileName);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private ParquetTable(FileChannel file, String fileName) throws IOException {
        this.file = file;
        this.fileName = fileName;
        footer = ParquetFooter.read(file, fileName);
        columns = footer.columns();
        readers = new ColumnReader[columns.size()];
        cells = new ParquetCell[columns.size()];
    }

    @Override
    public List<String> names() {
        return columns.stream().map(ParquetColumn::name).toList();
    }

    @Override
    public void start(BitSet fields) {
        wanted = fields;
        fields.stream().forEach(field -> cells[field] = ParquetCell.of(columns.get(field), fileName));
    }

    @Override
    public boolean next() throws IOException {
        try {
            if (rowsLeft > 0) {
                wanted.stream().forEach(this::consume);
            }
            while (rowsLeft == 0 || --rowsLeft == 0) {
                if (++group == footer.groups().size()) {
                    return false;
                }
                beginGroup(footer.groups().get(group));
            }
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw damaged(e);
        }
    }

    private void consume(int field) {
        ColumnReader reader = readers[field];
        if (reader != null) {
            reader.consume();
        }
    }

    /** One more than there are rows is left, since the first is gone to as the others are. */
    private void beginGroup(RowGroup rows) {
        ParquetPages pages = new ParquetPages(file, footer, rows, new PageMemory(fileName));
        ColumnReadStoreImpl store = footer.readers(pages);
        if (rows.getNum_rows() > 0) {
            wanted.stream()
                    .forEach(field -> readers[field] =
                            store.getColumnReader(columns.get(field).descriptor()));
        }
        rowsLeft = rows.getNum_rows() + 1;
    }

    @Override
    public void read(int field, CellBuffer target) throws IOException {
        ColumnReader reader = readers[field];
        ParquetCell cell = cells[field];
        if (reader == null || cell == null) {
            throw new IllegalStateException("column " + columns.get(field).name() + " was not asked for");
        }
        try {
            if (reader.getCurrentDefinitionLevel() < columns.get(field).definedAt()) {
                target.missing();
            } else {
                cell.write(reader, target);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            throw damaged(e);
        }
    }

    /**
     * Pages are read within the library, which wraps what is said of them, throws whatever its parsers throw on bytes that are no page, and
     * asks for as much memory as they say.
     */
    private RuntimeException damaged(Throwable e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileRejectedException rejected) {
                return rejected;
            }
            if (cause instanceof ParquetPages.UnreadableException unreadable) {
                throw unreadable.getCause();
            }
        }
        return DamagedTable.of(fileName, FORMAT, e);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
