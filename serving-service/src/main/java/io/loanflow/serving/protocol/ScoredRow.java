package io.loanflow.serving.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loanflow.serving.prediction.Prediction;
import java.util.List;
import java.util.UUID;

/**
 * The answer to one row where a protocol has no words of its own for it.
 *
 * @param decision the definition's name for the label that the model decides
 * @param probability of the positive label, from 0 to 1, to its last bit
 * @param decisionId by which the decision can be looked up
 */
record ScoredRow(
        String decision,
        double probability,
        @JsonProperty("decision_id") UUID decisionId) {

    static List<ScoredRow> of(List<Prediction> predictions) {
        return predictions.stream()
                .map(one -> new ScoredRow(one.decision(), one.probability(), one.decisionId()))
                .toList();
    }

    /** As MLflow's and KServe's first protocol have it. */
    record Answers(List<ScoredRow> predictions) {}
}
