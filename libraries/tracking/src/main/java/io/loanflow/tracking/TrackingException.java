package io.loanflow.tracking;

import org.jspecify.annotations.Nullable;

/** MLflow cannot be reached, or answered something else than was asked for. Says what was asked and where. */
public class TrackingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TrackingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public TrackingException(String message) {
        super(message);
    }
}
