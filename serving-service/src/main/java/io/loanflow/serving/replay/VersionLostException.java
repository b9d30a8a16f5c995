package io.loanflow.serving.replay;

/** The version that decided is not what it was, or is gone. */
public final class VersionLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    VersionLostException(String message) {
        super(message);
    }

    VersionLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
