package io.loanflow.training.tuning;

import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningOutcome;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.definition.DatasetParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a tuning's run says of its result.
 *
 * @param before the data set's own parameters
 */
record TuningEvidence(TuningOutcome outcome, Parameters before) {

    Map<String, String> parameters() {
        return DatasetParameters.complete(outcome.settings()).described();
    }

    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        put(metrics, "cv_", outcome.best());
        put(metrics, "before/cv_", outcome.before());
        return metrics;
    }

    private static void put(Map<String, Double> metrics, String prefix, CandidateScore score) {
        metrics.put(prefix + "log_loss", score.logLoss());
        metrics.put(prefix + "log_loss_spread", score.logLossSpread());
        metrics.put(prefix + "roc_auc", score.rocAuc());
        metrics.put(prefix + "f1", score.f1());
    }

    /** Markdown. */
    String note() {
        return String.format(
                Locale.ROOT,
                "Best of %d measurements on folds of the training part:\n\n%s\n\n"
                        + "| | log loss | ROC AUC | F1 |\n|---|---|---|---|\n| before | %.4f | %.4f | %.4f |\n"
                        + "| tuned | %.4f | %.4f | %.4f |\n\n"
                        + "These parameters are the data set's until its training.yaml gives others. Delete this run to"
                        + " go back to those of the file.",
                outcome.scores().size(),
                parameters(),
                outcome.before().logLoss(),
                outcome.before().rocAuc(),
                outcome.before().f1(),
                outcome.best().logLoss(),
                outcome.best().rocAuc(),
                outcome.best().f1());
    }

    /** All measurements as CSV. */
    String scores() {
        StringBuilder csv = new StringBuilder("candidate,trees,log_loss,log_loss_spread,roc_auc,f1,run_id\n");
        for (CandidateScore score : outcome.scores()) {
            csv.append(String.join(
                            ",",
                            Integer.toString(score.candidate()),
                            Integer.toString(score.trees()),
                            Double.toString(score.logLoss()),
                            Double.toString(score.logLossSpread()),
                            Double.toString(score.rocAuc()),
                            Double.toString(score.f1()),
                            score.mlflowRunId()))
                    .append('\n');
        }
        return csv.toString();
    }
}
