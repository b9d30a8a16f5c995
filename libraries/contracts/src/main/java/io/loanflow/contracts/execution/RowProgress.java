package io.loanflow.contracts.execution;

/**
 * Heartbeat of an activity that works through rows or trees.
 *
 * @param done so far
 * @param total 0 where it is not known yet
 * @param unit what is counted: "rows" or "trees"; empty where nothing is yet
 */
public record RowProgress(long done, long total, String unit) {

    /** Of work that has counted nothing yet. */
    public static final RowProgress NOTHING_YET = new RowProgress(0, 0, "");
}
