package io.loanflow.serving.prediction;

/** A batch has more rows than are answered at once. */
public final class BatchTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BatchTooLongException(int most) {
        super("the batch has more than " + most + " rows; send it in parts");
    }
}
