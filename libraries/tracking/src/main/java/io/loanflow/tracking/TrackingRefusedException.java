package io.loanflow.tracking;

/** MLflow answers, and refuses what it was asked: asking again does not help. */
public final class TrackingRefusedException extends TrackingException {

    private static final long serialVersionUID = 1;

    TrackingRefusedException(String message) {
        super(message);
    }
}
