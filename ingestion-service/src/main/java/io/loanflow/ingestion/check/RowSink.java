package io.loanflow.ingestion.check;

import java.io.IOException;

/** Takes the rows of a file in order, each stored, set aside or left out. An exception ends the reading and reaches its caller. */
public interface RowSink {

    void accept(CheckedRow row) throws IOException;

    void quarantine(QuarantinedRow row) throws IOException;

    /** A row that the definition says is none of the data set's. */
    void leaveOut() throws IOException;

    /**
     * After the last row of a file, of those that hold the table.
     *
     * @param first number of its first row
     * @param last number of its last row; the one before the first if it has none
     */
    default void end(TablePart file, long first, long last) {}
}
