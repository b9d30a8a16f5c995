package io.loanflow.training.forest;

/** Settings that no forest can be grown with; says which, and what is allowed. */
public final class SettingsInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsInvalidException(String message) {
        super(message);
    }
}
