package io.loanflow.serving.prediction;

/** The body is not JSON. The message says where, and repeats nothing of the body. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedJsonException(String message) {
        super(message);
    }
}
