package io.loanflow.serving.prediction;

/** A batch has more rows than are answered at once. */
public final class BatchTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param most rows that a batch may have */
    public BatchTooLongException(int most) {
        this("the batch has more than " + most + " rows; send it in parts");
    }

    private BatchTooLongException(String message) {
        super(message);
    }

    static BatchTooLongException ofReasons(int rows, long most) {
        return new BatchTooLongException(
                "the reasons of " + rows + " rows would take this model too long; send at most " + most
                        + " rows at a time, or ask for ?reasons=none");
    }
}
