package io.loanflow.ingestion.load;

import io.loanflow.tablefiles.FileRejectedException;

/** The file was refused, and the ledger says so. The message says what is wrong, where, and how to mend it. */
public class LoadRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long loadId;

    LoadRejectedException(long loadId, FileRejectedException cause) {
        super(cause.getMessage(), cause);
        this.loadId = loadId;
    }

    public long loadId() {
        return loadId;
    }
}
