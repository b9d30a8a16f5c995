package io.loanflow.training.fit;

import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.reference.ReferenceDistribution;
import io.loanflow.model.reference.ReferenceDistributionMaker;
import io.loanflow.model.reference.ReferenceRows;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.rows.TrainingData;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the decisions of a model will be watched against. */
final class WatchedDistribution {

    private WatchedDistribution() {}

    /** @param scores of the test rows, by the model that will answer */
    static ReferenceDistribution of(TrainingData data, DecisionRule rule, double[] scores) {
        Calibration calibration = rule.calibration();
        ReferenceRows rows = new ReferenceRows(
                data.train().encodedBy(data.encoder()),
                new ReferenceRows.HeldOut(
                        scores, calibration.probabilities(scores), data.test().labels(), groups(data)));
        return ReferenceDistributionMaker.of(
                data.definition(), rows, score -> calibration.probability(score) >= rule.threshold());
    }

    private static Map<String, String[]> groups(TrainingData data) {
        Map<String, String[]> groups = new LinkedHashMap<>();
        data.definition()
                .protectedColumns()
                .forEach(column -> groups.put(column.name(), data.test().companion(column.name())));
        return groups;
    }
}
