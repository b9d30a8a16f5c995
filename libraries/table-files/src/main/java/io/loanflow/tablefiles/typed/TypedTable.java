package io.loanflow.tablefiles.typed;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * A file's table, row by row, in memory that does not grow with its rows. Whatever is wrong with the file is a {@link
 * io.loanflow.tablefiles.FileRejectedException}.
 */
public interface TypedTable extends Closeable {

    /** What the file calls its columns, in its order. */
    List<String> names();

    /**
     * Before the first row.
     *
     * @param fields places of the names whose cells will be asked for; a file that can leaves out the others
     */
    void start(BitSet fields) throws IOException;

    /** Goes to the next row; false after the last. */
    boolean next() throws IOException;

    /** Writes the cell of a field as a text file would hold it: numbers with a point and nothing else, dates as {@code 2011-12-31}. */
    void read(int field, CellBuffer target) throws IOException;
}
