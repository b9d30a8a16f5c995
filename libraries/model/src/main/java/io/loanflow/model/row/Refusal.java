package io.loanflow.model.row;

import io.loanflow.contracts.decision.RefusalReason;

/**
 * Why a row was refused, to be counted: without its values.
 *
 * @param column of the definition; empty where it is no column's
 */
public record Refusal(String column, RefusalReason reason) {

    /** Of no column of the definition. */
    public static Refusal of(RefusalReason reason) {
        return new Refusal("", reason);
    }
}
