package io.loanflow.training.gate;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.training.rows.PartRows;

/**
 * Rows to compare models on.
 *
 * @param encoder that made their features
 * @param definition that they were prepared by
 */
public record TestRows(PartRows rows, FeatureEncoder encoder, DatasetDefinition definition) {

    public int size() {
        return rows.size();
    }

    byte[] labels() {
        return rows.labels();
    }

    /** Rows of the label that has fewer. */
    int fewest() {
        return Math.min(rows.positives(), rows.size() - rows.positives());
    }
}
