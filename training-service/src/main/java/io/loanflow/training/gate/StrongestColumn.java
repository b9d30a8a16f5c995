package io.loanflow.training.gate;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.training.evaluation.RankingCurve;

/**
 * The column that ranks rows best without any model.
 *
 * @param auc of its best feature, or of that feature upside down
 */
record StrongestColumn(String name, double auc) {

    static StrongestColumn of(TestRows test) {
        StrongestColumn strongest = new StrongestColumn("none", 0.5);
        int feature = 0;
        for (ColumnEncoding encoding : test.encoder().encodings()) {
            for (int i = 0; i < encoding.featureNames().size(); i++) {
                double auc = auc(test, feature++);
                strongest = auc > strongest.auc ? new StrongestColumn(encoding.column(), auc) : strongest;
            }
        }
        return strongest;
    }

    private static double auc(TestRows test, int feature) {
        double auc =
                RankingCurve.of(test.labels(), test.rows().columns()[feature]).rocAuc();
        return Math.max(auc, 1 - auc);
    }
}
