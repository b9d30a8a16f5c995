package io.loanflow.training.tuning;

import io.loanflow.training.evaluation.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good models of some parameters are on rows that they were not fitted to.
 *
 * @param all on all rows, each scored by the model that did not see it
 * @param trees of each model
 * @param logLossSpread standard deviation of the folds' log losses
 */
record Measurement(Evaluation all, int trees, double logLossSpread) {

    /** By name, in order. Other names than those of a model's own measures, which are of the test part. */
    Map<String, Double> measures() {
        Map<String, Double> measures = new LinkedHashMap<>();
        all.measures().forEach((name, value) -> measures.put("cv_" + name, value));
        measures.put("cv_log_loss_spread", logLossSpread);
        measures.put("cv_trees", (double) trees);
        return measures;
    }
}
