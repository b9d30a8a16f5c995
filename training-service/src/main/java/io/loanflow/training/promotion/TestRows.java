package io.loanflow.training.promotion;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.training.rows.PartRows;

/** Rows to compare models on, with the encoder that made their features. */
record TestRows(PartRows rows, FeatureEncoder encoder) {

    int size() {
        return rows.size();
    }

    int positives() {
        int positives = 0;
        for (byte label : rows.labels()) {
            positives += label;
        }
        return positives;
    }
}
