package io.loanflow.serving.prediction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.champion.ServedModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one record.
 *
 * @param predictionId names this answer
 * @param decision the definition's name for the positive label where the probability reaches the model's threshold, else for the other
 * @param probability of the positive label, from 0 to 1, to its last bit
 * @param model that answered
 * @param synthetic true where the model was trained on generated rows, so that it says nothing about real people; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prediction(
        UUID predictionId,
        String decision,
        double probability,
        ModelReference model,
        @Nullable Boolean synthetic) {

    /** The model's answer to a record of this probability. */
    public static Prediction of(ServedModel model, double probability) {
        return new Prediction(
                UUID.randomUUID(),
                model.isPositive(probability)
                        ? model.definition().positiveName()
                        : model.definition().negativeName(),
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
