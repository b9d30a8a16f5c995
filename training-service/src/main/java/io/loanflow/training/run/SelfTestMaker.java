package io.loanflow.training.run;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.tracking.SelfTest;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.forest.GrownForest;
import io.loanflow.training.forest.TargetLabels;
import io.loanflow.training.rows.FeatureDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks a forest what it says of the typical row, encoded as serving does it, so that both come to the same answer. */
final class SelfTestMaker {

    private SelfTestMaker() {}

    static SelfTest of(TrainingData data, GrownForest forest, DecisionRule rule) {
        ObjectNode input = TypicalRow.of(data.definition(), new FeatureDecoder(data.encoder(), data.train()));
        double score = forest.flat().score(features(input, data.definition().features(), data.encoder()));
        double probability = rule.calibration().probability(score);
        TargetLabels labels = TargetLabels.of(data.definition());
        return new SelfTest(
                input, probability, probability >= rule.threshold() ? labels.positive() : labels.negative());
    }

    private static double[] features(ObjectNode input, List<Column> columns, FeatureEncoder encoder) {
        double[] numbers = new double[columns.size()];
        @Nullable String[] categories = new @Nullable String[columns.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode value = input.path(columns.get(i).name());
            numbers[i] = value.asDouble(Double.NaN);
            categories[i] = value.isString() ? value.asString() : null;
        }
        double[] features = new double[encoder.featureNames().size()];
        encoder.encode(numbers, categories, features);
        return features;
    }
}
