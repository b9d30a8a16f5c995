package io.loanflow.serving.journal;

/** An entry could not be written. The message says why. */
public final class JournalUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    JournalUnavailableException(String message) {
        super(message);
    }
}
