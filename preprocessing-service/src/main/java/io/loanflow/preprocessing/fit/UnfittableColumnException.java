package io.loanflow.preprocessing.fit;

/** The training part does not say how to encode a column. */
public final class UnfittableColumnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnfittableColumnException(String column, String problem) {
        super("column " + column + " " + problem);
    }
}
