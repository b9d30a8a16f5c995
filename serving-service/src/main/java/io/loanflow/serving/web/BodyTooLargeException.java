package io.loanflow.serving.web;

/** A request's body is larger than is read. */
final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooLargeException(int limit) {
        super("the body is larger than " + limit + " bytes; send less, or raise LOANFLOW_MAX_BODY");
    }
}
