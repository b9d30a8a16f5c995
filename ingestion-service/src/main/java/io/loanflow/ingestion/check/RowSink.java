package io.loanflow.ingestion.check;

import java.io.IOException;

/** Takes the rows of a file in order, each either stored or set aside. An exception ends the reading and reaches its caller. */
public interface RowSink {

    void accept(CheckedRow row) throws IOException;

    void quarantine(QuarantinedRow row) throws IOException;
}
