package io.loanflow.localstack.pipeline;

/** A run was not started, or ended without a result; the message says why, how to mend it and where to look. */
public final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFailedException(String message) {
        super(message);
    }

    RunFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
