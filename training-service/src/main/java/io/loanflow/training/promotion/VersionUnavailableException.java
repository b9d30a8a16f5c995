package io.loanflow.training.promotion;

/** There is no such version, or it may not come into service; the message says what to do. */
public final class VersionUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VersionUnavailableException(String message) {
        super(message);
    }
}
