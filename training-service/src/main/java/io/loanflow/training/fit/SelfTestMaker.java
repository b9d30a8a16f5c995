package io.loanflow.training.fit;

import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.folder.SelfTest;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.FeatureDecoder;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReader;
import io.loanflow.model.row.RowReading;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.rows.TrainingData;
import tools.jackson.databind.node.ObjectNode;

/** Asks a model what it says of the typical row, read and encoded as serving does it, so that both come to the same answer. */
record SelfTestMaker(TrainingData data, FittedModel model, DecisionRule rule) {

    /** @param reasons of the model */
    SelfTest with(Reasons reasons) {
        ObjectNode input =
                TypicalRow.of(data.definition(), new FeatureDecoder(data.train().encodedBy(data.encoder())));
        Row row = read(input);
        double score = model.scorer()
                .score(EncodedRows.features(
                        data.encoder(), model.scorer().featureNames().size(), row));
        double probability = rule.calibration().probability(score);
        TargetLabels labels = TargetLabels.of(data.definition());
        return new SelfTest(
                input,
                probability,
                probability >= rule.threshold() ? labels.positive() : labels.negative(),
                reasons.contributions(row).columns());
    }

    private Row read(ObjectNode input) {
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
