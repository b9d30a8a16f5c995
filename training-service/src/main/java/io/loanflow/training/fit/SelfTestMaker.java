package io.loanflow.training.fit;

import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.folder.SelfTest;
import io.loanflow.model.row.FeatureDecoder;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReader;
import io.loanflow.model.row.RowReading;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.rows.TrainingData;
import tools.jackson.databind.node.ObjectNode;

/** Asks a model what it says of the typical row, read and encoded as serving does it, so that both come to the same answer. */
final class SelfTestMaker {

    private SelfTestMaker() {}

    static SelfTest of(TrainingData data, FittedModel model, DecisionRule rule) {
        ObjectNode input =
                TypicalRow.of(data.definition(), new FeatureDecoder(data.train().encodedBy(data.encoder())));
        double[] features = new double[data.encoder().featureNames().size()];
        Row row = read(data, input);
        data.encoder().encode(row.numbers(), row.categories(), features);
        double probability = rule.calibration().probability(model.scorer().score(features));
        TargetLabels labels = TargetLabels.of(data.definition());
        return new SelfTest(
                input, probability, probability >= rule.threshold() ? labels.positive() : labels.negative());
    }

    private static Row read(TrainingData data, ObjectNode input) {
        RowReading reading = new RowReader(data.definition()).read(input);
        Row row = reading.row();
        if (row == null) {
            throw new IllegalStateException("the typical row of data set "
                    + data.definition().name()
                    + " is not a valid one: " + reading.problems().get(0).pointer() + " "
                    + reading.problems().get(0).detail());
        }
        return row;
    }
}
