package io.loanflow.serving.decision;

/** Nobody knows now whether there is such a decision. */
public final class DecisionsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DecisionsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
