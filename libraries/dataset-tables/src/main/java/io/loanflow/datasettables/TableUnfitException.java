package io.loanflow.datasettables;

/** The database cannot hold the rows as they are configured and defined. The message says what to change. */
public class TableUnfitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TableUnfitException(String message) {
        super(message);
    }
}
