package io.loanflow.datasettables;

import java.time.Instant;

/**
 * How many rows were refused for a reason in a minute.
 *
 * @param version of the data set's model that was asked
 * @param minute its beginning
 * @param reason name of a {@link io.loanflow.contracts.decision.RefusalReason}, or {@link io.loanflow.contracts.decision.RefusedInputTable#ANY}
 * @param column of the definition; empty where it is no column's
 */
public record RefusedInputLine(String dataset, int version, Instant minute, String reason, String column, long rows) {

    /** The same of other rows. */
    public RefusedInputLine with(long others) {
        return new RefusedInputLine(dataset, version, minute, reason, column, others);
    }
}
