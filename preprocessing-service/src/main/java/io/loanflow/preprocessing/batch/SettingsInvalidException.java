package io.loanflow.preprocessing.batch;

/** The settings are out of range, or do not suit the load. The message says how to mend it. */
public final class SettingsInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsInvalidException(String message) {
        super(message);
    }
}
