package io.loanflow.training.run;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.tracking.ModelFacts;
import io.loanflow.tracking.ModelFolder;
import io.loanflow.tracking.SelfTest;
import io.loanflow.training.forest.GrownForest;
import io.loanflow.training.forest.TargetLabels;
import io.loanflow.training.rows.FeatureDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts everything that serving needs into a model folder. */
final class ModelMaker {

    /** Smallest probability that is decided positive. */
    static final double THRESHOLD = 0.5;

    private ModelMaker() {}

    static ModelFolder folder(TrainingRequest request, TrainingData data, String definitionText, GrownForest forest) {
        FeatureDecoder decoder = new FeatureDecoder(data.encoder(), data.train());
        SelfTest selfTest =
                selfTest(data.definition(), data.encoder(), forest, TypicalRow.of(data.definition(), decoder));
        ModelFacts facts = new ModelFacts(
                request.load().dataset(),
                request.load().origin(),
                THRESHOLD,
                forest.flat().digest(),
                request.batches().schemaFingerprint());
        return new ModelFolder(forest.protobuf(), data.encoder(), definitionText, selfTest, facts);
    }

    /** Encodes the input as serving does, so that both come to the same score. */
    private static SelfTest selfTest(
            DatasetDefinition definition, FeatureEncoder encoder, GrownForest forest, ObjectNode input) {
        List<Column> columns = definition.features();
        double[] numbers = new double[columns.size()];
        @Nullable String[] categories = new @Nullable String[columns.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode value = input.path(columns.get(i).name());
            numbers[i] = value.asDouble(Double.NaN);
            categories[i] = value.isString() ? value.asString() : null;
        }
        double[] features = new double[encoder.featureNames().size()];
        encoder.encode(numbers, categories, features);
        double probability = forest.flat().score(features);
        TargetLabels labels = TargetLabels.of(definition);
        return new SelfTest(input, probability, probability >= THRESHOLD ? labels.positive() : labels.negative());
    }
}
