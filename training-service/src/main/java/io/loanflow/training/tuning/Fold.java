package io.loanflow.training.tuning;

import io.loanflow.model.TargetLabels;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingImpossibleException;

/**
 * One turn of a cross-validation.
 *
 * @param others what is learned from
 * @param left what is measured on
 * @param targets what the labels are called
 */
record Fold(PartRows others, PartRows left, TargetLabels targets) {

    /** @throws TrainingImpossibleException if a side has one class only */
    void requireBothClasses() {
        if (!others.hasBothClasses() || !left.hasBothClasses()) {
            throw new TrainingImpossibleException("A fold of " + left.size() + " rows has " + left.positives()
                    + " positive ones: each needs rows of both decisions. Give fewer folds in training.yaml, or load"
                    + " more data.");
        }
    }

    /** Beside the rows of the two sides, the part that they are copied from. */
    long rowsInMemory() {
        return 2L * (others.size() + left.size());
    }
}
