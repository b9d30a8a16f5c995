package io.loanflow.training.fit;

import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.rows.TrainingData;

/** Which model to make, of what, and what to measure it with. */
public record ModelOrder(TrainingRequest request, Parameters parameters, TrainingData data) {

    FitOrder fit() {
        return new FitOrder(request, parameters, data.trainingRows());
    }
}
