package io.loanflow.tracking;

/** MLflow answers, and says that it has no such thing: asking again does not help. */
public final class NotInTrackingException extends TrackingException {

    private static final long serialVersionUID = 1;

    public NotInTrackingException(String message) {
        super(message);
    }
}
