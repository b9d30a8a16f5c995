package io.loanflow.training.promotion;

import io.loanflow.training.evaluation.AucDifference;
import io.loanflow.training.evaluation.PairedBootstrap;
import io.loanflow.training.evaluation.RankingCurve;

/** A version as the gate sees it: what it says of the test rows. */
final class Contender {

    private final int version;
    private final byte[] labels;
    private final double[] probabilities;
    private final double auc;

    /**
     * @param labels of the test rows, 1 for positive
     * @param probabilities of the positive label, one a row
     */
    Contender(int version, byte[] labels, double[] probabilities) {
        this.version = version;
        this.labels = labels;
        this.probabilities = probabilities;
        this.auc = RankingCurve.of(labels, probabilities).rocAuc();
    }

    int version() {
        return version;
    }

    /** ROC AUC on the test rows. */
    double auc() {
        return auc;
    }

    long rows() {
        return labels.length;
    }

    /** This one's ROC AUC less the other's on the same rows. */
    AucDifference less(Contender other, double confidence) {
        return new PairedBootstrap(labels, probabilities, other.probabilities).difference(confidence);
    }
}
