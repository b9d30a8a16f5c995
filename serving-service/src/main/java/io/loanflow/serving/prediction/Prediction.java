package io.loanflow.serving.prediction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.champion.ServedModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one application.
 *
 * @param predictionId names this answer
 * @param decision approved where the probability reaches the model's threshold
 * @param probability of approval, from 0 to 1, to its last bit
 * @param model that answered
 * @param synthetic true where the model was trained on generated rows, so that it says nothing about real people; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prediction(
        UUID predictionId,
        Decision decision,
        double probability,
        ModelReference model,
        @Nullable Boolean synthetic) {

    /** The model's answer to an application of this probability. */
    public static Prediction of(ServedModel model, double probability) {
        return new Prediction(
                UUID.randomUUID(),
                model.isPositive(probability) ? Decision.APPROVED : Decision.REJECTED,
                probability,
                ModelReference.of(model.version()),
                model.origin() == DataOrigin.SYNTHETIC ? true : null);
    }

    /** The registered version that answered. */
    public record ModelReference(String name, int version, String runId) {

        static ModelReference of(ModelVersionRef version) {
            return new ModelReference(version.name(), version.version(), version.runId());
        }
    }
}
