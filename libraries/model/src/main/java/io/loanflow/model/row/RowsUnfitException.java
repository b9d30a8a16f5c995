package io.loanflow.model.row;

/** Rows that lack a column which a model needs; the message says which, and what to do, as the end of a sentence. */
public final class RowsUnfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RowsUnfitException(String message) {
        super(message);
    }
}
