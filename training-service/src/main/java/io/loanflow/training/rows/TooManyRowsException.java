package io.loanflow.training.rows;

/** A part has more rows than training can hold, whatever its memory. */
public final class TooManyRowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyRowsException(long rows) {
        super("the part has " + rows + " rows, and training holds no more than " + Integer.MAX_VALUE
                + "; train on fewer rows");
    }
}
