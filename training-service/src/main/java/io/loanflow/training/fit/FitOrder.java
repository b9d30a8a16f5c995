package io.loanflow.training.fit;

import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.rows.TrainingRows;

/** Which model to fit, and from what: all that a part of it needs. */
public record FitOrder(TrainingRequest request, Parameters parameters, TrainingRows rows) {

    LabelledRows labelled() {
        return rows.labelled();
    }

    /** For the model's provenance. */
    String source() {
        return "data set " + request.load().dataset() + ", load "
                + request.load().loadId() + ", batches " + request.batches().sha256();
    }
}
