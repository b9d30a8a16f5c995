package io.loanflow.model.family;

import io.loanflow.trees.score.TreeScorer;

/** What a family offers whose trees grow each after the other: a model of few trees is the beginning of one of many. */
interface Staged {

    /**
     * Fits a model and watches what it says of other rows.
     *
     * @param left the other rows
     * @param patience ends the growth after so many trees that did not make it better on them
     */
    Stages fit(LabelledRows rows, LabelledRows left, Parameters parameters, Growth growth, int patience);

    /** A model with all models that it began with. */
    interface Stages {

        /** Log loss of the other rows after each tree, in nats. */
        double[] losses();

        /** The model as it was after so many trees. */
        TreeScorer first(int trees);
    }
}
