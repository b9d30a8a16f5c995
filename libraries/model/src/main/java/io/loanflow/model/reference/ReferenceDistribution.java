package io.loanflow.model.reference;

import java.util.List;

/**
 * The training part as counts: no row, and no value of one person, can be read from it but a bin's edges. Scores are those of trees that had
 * not seen their rows, so that they lie as those of new rows do.
 *
 * @param columns one for each feature column, in the definition's order
 * @param score of the training rows that have one
 * @param selected how many of these are decided positive
 * @param calibration of the held-out part, by rising probability; empty bins are left out
 * @param groups of each protected column
 */
public record ReferenceDistribution(
        List<ColumnCounts> columns,
        NumberCounts score,
        long selected,
        List<ProbabilityBin> calibration,
        List<GroupCounts> groups) {

    public ReferenceDistribution {
        columns = List.copyOf(columns);
        calibration = List.copyOf(calibration);
        groups = List.copyOf(groups);
        if (selected < 0 || selected > score.rows()) {
            throw new IllegalArgumentException(selected + " of " + score.rows() + " rows cannot be decided positive");
        }
    }
}
