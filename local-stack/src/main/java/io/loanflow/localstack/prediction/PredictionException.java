package io.loanflow.localstack.prediction;

/** There is no prediction; the message says why. */
public final class PredictionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PredictionException(String message) {
        super(message);
    }

    PredictionException(String message, Throwable cause) {
        super(message, cause);
    }
}
