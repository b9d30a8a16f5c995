package io.loanflow.tablefiles.typed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.RowGroup;

/** The pages of one row group. */
final class ParquetPages implements PageReadStore {

    private final FileChannel file;
    private final ParquetFooter footer;
    private final RowGroup rows;
    private final PageMemory memory;

    ParquetPages(FileChannel file, ParquetFooter footer, RowGroup rows, PageMemory memory) {
        this.file = file;
        this.footer = footer;
        this.rows = rows;
        this.memory = memory;
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        try {
            return new ParquetPageReader(
                    file,
                    rows.getColumns().get(footer.place(column.getPath())).getMeta_data(),
                    memory,
                    footer.fileName());
        } catch (IOException e) {
            throw new UnreadableException(e);
        }
    }

    @Override
    public long getRowCount() {
        return rows.getNum_rows();
    }

    /** The file cannot be read, whatever is in it. */
    static final class UnreadableException extends UncheckedIOException {

        private static final long serialVersionUID = 1;

        UnreadableException(IOException cause) {
            super(cause);
        }
    }
}
