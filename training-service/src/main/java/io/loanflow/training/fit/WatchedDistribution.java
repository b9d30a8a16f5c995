package io.loanflow.training.fit;

import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.reference.ReferenceDistribution;
import io.loanflow.model.reference.ReferenceDistributionMaker;
import io.loanflow.model.reference.ReferenceRows;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingData;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the decisions of a model will be watched against. */
final class WatchedDistribution {

    private WatchedDistribution() {}

    /**
     * @param unseen each training row's score by trees that had not seen it; NaN where there is none
     * @param probabilities of the test rows
     * @return null where there are no such scores
     */
    static @Nullable ReferenceDistribution of(
            TrainingData data, DecisionRule rule, double[] unseen, double[] probabilities) {
        PartRows train = data.train();
        ReferenceRows rows = new ReferenceRows(
                train.encodedBy(data.encoder()),
                train.labels(),
                unseen,
                groups(data),
                new ReferenceRows.HeldOut(probabilities, data.test().labels()));
        Calibration calibration = rule.calibration();
        return ReferenceDistributionMaker.of(
                data.definition(), rows, score -> calibration.probability(score) >= rule.threshold());
    }

    private static Map<String, String[]> groups(TrainingData data) {
        Map<String, String[]> groups = new LinkedHashMap<>();
        data.definition()
                .protectedColumns()
                .forEach(column -> groups.put(column.name(), data.train().companion(column.name())));
        return groups;
    }
}
