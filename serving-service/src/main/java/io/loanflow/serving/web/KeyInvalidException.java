package io.loanflow.serving.web;

/** The key of a request is none. */
final class KeyInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyInvalidException(String message) {
        super(message);
    }
}
