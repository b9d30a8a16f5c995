package io.loanflow.contracts.monitoring;

import java.time.Instant;
import java.util.List;

/**
 * A judged window.
 *
 * @param id in the ledger of the monitoring service
 * @param modelVersion that decided
 * @param from the first moment
 * @param to the first moment after it
 * @param state WELL, ALARM, FEW or UNCOMPARED
 * @param alarms columns that differ beyond chance from what the model learned from
 */
public record JudgedWindowRef(
        long id, int modelVersion, Instant from, Instant to, long decisions, String state, List<String> alarms) {

    public JudgedWindowRef {
        alarms = List.copyOf(alarms);
    }
}
