package io.loanflow.monitoring.fairness;

import io.loanflow.monitoring.decision.GroupCell;
import io.loanflow.monitoring.outcome.OutcomeCell;
import io.loanflow.monitoring.performance.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Decisions about one group, and what became of them.
 *
 * @param positives whose outcome is positive
 * @param selectedPositives those among them that were decided positive
 */
record GroupTally(
        long rows, long selected, long positives, long selectedPositives, long negatives, long selectedNegatives) {

    static final GroupTally NONE = new GroupTally(0, 0, 0, 0, 0, 0);

    static GroupTally decided(GroupCell cell, String positiveLabel) {
        return new GroupTally(cell.decisions(), cell.label().equals(positiveLabel) ? cell.decisions() : 0, 0, 0, 0, 0);
    }

    static GroupTally known(OutcomeCell cell, String positiveLabel) {
        long selected = cell.decided().equals(positiveLabel) ? cell.rows() : 0;
        return cell.label().equals(positiveLabel)
                ? new GroupTally(0, 0, cell.rows(), selected, 0, 0)
                : new GroupTally(0, 0, 0, 0, cell.rows(), selected);
    }

    GroupTally plus(GroupTally other) {
        return new GroupTally(
                rows + other.rows,
                selected + other.selected,
                positives + other.positives,
                selectedPositives + other.selectedPositives,
                negatives + other.negatives,
                selectedNegatives + other.selectedNegatives);
    }

    GroupFigures figures(String group) {
        return new GroupFigures(
                group,
                rows,
                Interval.share((double) selected, (double) rows),
                rate(selectedPositives, positives),
                rate(selectedNegatives, negatives));
    }

    private static @Nullable Interval rate(long part, long whole) {
        return whole < Fairness.LEAST ? null : Interval.share((double) part, (double) whole);
    }
}
