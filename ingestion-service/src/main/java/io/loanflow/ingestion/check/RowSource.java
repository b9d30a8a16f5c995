package io.loanflow.ingestion.check;

import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file with the columns of a definition, read row by row: lines of fields, or JSON. */
interface RowSource extends Closeable {

    /**
     * The next row, the same object each time; null after the last.
     *
     * @throws FileRejectedException if it is not a row of the table
     */
    @Nullable
    Row next() throws IOException;

    /** The row as it stands in the file, without the line end. */
    String raw();
}
