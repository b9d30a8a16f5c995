package io.loanflow.ingestion.load;

/** More than one source of rows is named. */
public class RowsUnclearException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RowsUnclearException(String message) {
        super(message);
    }
}
