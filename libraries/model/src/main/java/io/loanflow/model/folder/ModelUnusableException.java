package io.loanflow.model.folder;

/** A model that can never be used as it is: its folder is incomplete, contradicts itself or fails its self-test. */
public final class ModelUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ModelUnusableException(String message) {
        super(message);
    }

    public ModelUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
