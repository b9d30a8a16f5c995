package io.loanflow.training.explanation;

import io.loanflow.trees.score.TreeScorer;
import java.util.Arrays;

/** A model, and rows that it is asked about with other values. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SampledModel(TreeScorer scorer, double[][] columns, int rows) {

    /** The score of each row where some of its features are set. */
    double[] with(ColumnPlace.Setting... settings) {
        double[][] changed = columns.clone();
        for (ColumnPlace.Setting setting : settings) {
            for (int i = 0; i < setting.features().length; i++) {
                double[] all = new double[rows];
                Arrays.fill(all, setting.features()[i]);
                changed[setting.offset() + i] = all;
            }
        }
        return scorer.scoreColumns(changed, rows);
    }
}
