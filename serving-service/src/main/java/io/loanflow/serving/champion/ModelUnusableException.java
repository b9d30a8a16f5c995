package io.loanflow.serving.champion;

/** The registered version can never be served as it is: its folder is incomplete, contradicts itself or fails its self-test. */
final class ModelUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelUnusableException(String message) {
        super(message);
    }

    ModelUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
