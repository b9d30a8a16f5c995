package io.loanflow.localstack.stack;

/** A setting of the environment is wrong; the message says which and what is allowed. */
public final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}
