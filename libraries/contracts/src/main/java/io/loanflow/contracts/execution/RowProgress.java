package io.loanflow.contracts.execution;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Heartbeat of an activity that works through rows or trees.
 *
 * @param done so far
 * @param total 0 where it is not known yet
 * @param unit what is counted: "rows" or "trees"
 * @param bugs how many attempts before this one a mistake of ours ended, as {@link BugCount} has it
 */
public record RowProgress(
        long done,
        long total,
        String unit,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int bugs) {

    public RowProgress(long done, long total, String unit) {
        this(done, total, unit, 0);
    }

    /** The same after so many attempts that a mistake of ours ended. */
    RowProgress afterBugs(int count) {
        return new RowProgress(done, total, unit, count);
    }
}
