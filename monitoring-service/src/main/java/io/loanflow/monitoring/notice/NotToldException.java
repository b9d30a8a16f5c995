package io.loanflow.monitoring.notice;

/** Somebody who is to be told of a window cannot be reached; it is tried again later. */
final class NotToldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotToldException(String message) {
        super(message);
    }
}
