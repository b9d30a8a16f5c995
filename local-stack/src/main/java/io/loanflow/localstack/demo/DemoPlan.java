package io.loanflow.localstack.demo;

import java.time.Duration;
import java.util.List;

/**
 * How a demonstration goes.
 *
 * @param heldOut what clients ask about, over and over
 * @param length about, of the traffic until the retraining begins
 * @param calm whether clients ask without drift first; else a demonstration that did goes on
 * @param drift whether the world changes
 * @param approves whether the new version is approved by itself
 * @param approveCommand by which a person does
 */
public record DemoPlan(
        List<DemoRecord> heldOut,
        Duration length,
        boolean calm,
        boolean drift,
        boolean approves,
        String approveCommand) {

    public DemoPlan {
        heldOut = List.copyOf(heldOut);
    }

    /** Records that are asked about in a second, so that the outcomes for a retraining are known in time. */
    int aSecond() {
        return (int) Math.max(1, DemoDefinitions.LEAST_NEW_ROWS / Math.max(1, length.toSeconds()));
    }
}
