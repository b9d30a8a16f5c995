package io.loanflow.monitoring.web;

/** There is nothing of this number or name. */
final class NotThereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotThereException(String message) {
        super(message);
    }
}
