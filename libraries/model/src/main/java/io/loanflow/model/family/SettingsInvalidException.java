package io.loanflow.model.family;

/** Settings that no model can be trained with; says which, and what is allowed. */
public final class SettingsInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsInvalidException(String message) {
        super(message);
    }
}
