package io.loanflow.monitoring.web;

/** A parameter is not of the form that it must have. */
final class ParameterInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ParameterInvalidException(String message) {
        super(message);
    }
}
