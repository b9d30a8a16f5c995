package io.loanflow.model.reference;

import java.util.List;

/**
 * What new rows look like to a model where nothing changed, as counts: no row, and no value of one person, can be read from it. Columns are
 * those of the training part. Scores are those of the held-out part, by the model that answers: it scores rows that it has not seen as it will
 * score new ones, which neither its own training rows nor models of folds do.
 *
 * @param columns one for each feature column, in the definition's order
 * @param score of the held-out part
 * @param selected how many of these are decided positive
 * @param calibration of the held-out part, by rising probability; empty bins are left out
 * @param groups of the held-out part, of each protected column
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
