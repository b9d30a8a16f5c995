package io.loanflow.training.gate;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.statistics.Clusters;

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

    Clusters clusters() {
        return rows.clusters();
    }

    /** Rows of the label that has fewer; of rows that came together those that did not. */
    int fewest() {
        Clusters clusters = clusters();
        return Math.min(clusters.with(labels(), 0), clusters.with(labels(), 1));
    }
}
