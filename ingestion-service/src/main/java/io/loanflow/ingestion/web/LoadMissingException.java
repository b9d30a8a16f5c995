package io.loanflow.ingestion.web;

/** There is no such load, or it lacks what is asked for. */
final class LoadMissingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LoadMissingException(String message) {
        super(message);
    }
}
