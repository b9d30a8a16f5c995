package io.loanflow.serving.web;

import java.util.UUID;

/** There is no such decision. */
final class DecisionMissingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DecisionMissingException(UUID id) {
        super("there is no decision " + id + "; one that another replica answered a few seconds ago may be on its way");
    }
}
