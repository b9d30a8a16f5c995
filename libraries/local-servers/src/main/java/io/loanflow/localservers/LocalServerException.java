package io.loanflow.localservers;

/** A server could not be installed, started or stopped; the message says what to do about it. */
public final class LocalServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalServerException(String message) {
        super(message);
    }

    public LocalServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
