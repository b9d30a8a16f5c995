package io.loanflow.serving.decision;

/** The key names another request. */
public final class KeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyReusedException() {
        super("this Idempotency-Key was sent within a day with another request; give each request a key of its own, and"
                + " repeat one with the same address and body");
    }
}
