package io.loanflow.training.run;

import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.TargetLabels;
import io.loanflow.training.forest.ForestParameters;

/** Which forest to grow, and from what. */
record ForestOrder(TrainingRequest request, ForestParameters parameters, TrainingRows rows) {

    TargetLabels labels() {
        return TargetLabels.of(rows.definition());
    }

    /** For the model's provenance. */
    String source() {
        return "data set " + request.load().dataset() + ", load "
                + request.load().loadId() + ", batches " + request.batches().sha256();
    }
}
