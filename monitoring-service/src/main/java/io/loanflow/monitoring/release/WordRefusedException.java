package io.loanflow.monitoring.release;

/** A release, or a rollback, does not take what a person said. */
public final class WordRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WordRefusedException(String message) {
        super(message);
    }
}
