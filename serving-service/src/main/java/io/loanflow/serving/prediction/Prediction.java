package io.loanflow.serving.prediction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.reason.Contributions;
import io.loanflow.model.reason.Reason;
import io.loanflow.model.row.Row;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.DecisionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one record.
 *
 * @param decisionId names this answer, by which it can be looked up
 * @param decision the definition's name for the positive label where the probability reaches the model's threshold, else for the other
 * @param probability of the positive label, from 0 to 1, to its last bit
 * @param model that answered
 * @param reasons of a negative decision, the strongest first; absent of a positive one, where none were wanted, and of a model that was
 *     trained before models had reasons
 * @param contributions of each column, where they were wanted; else absent
 * @param unseen columns in which the record has a category that no row had which the model learnt from; absent where there are none
 * @param synthetic true where the model was trained on generated rows, so that it says nothing about real people; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prediction(
        UUID decisionId,
        String decision,
        double probability,
        ModelReference model,
        @Nullable List<Reason> reasons,
        @Nullable Contributions contributions,
        @Nullable List<String> unseen,
        @Nullable Boolean synthetic) {

    /** The model's answer to a record of this probability, without a reason. */
    public static Prediction of(ServedModel model, double probability) {
        return new Prediction(
                DecisionId.at(Instant.now()),
                model.isPositive(probability)
                        ? model.definition().positiveName()
                        : model.definition().negativeName(),
                probability,
                ModelReference.of(model.version()),
                null,
                null,
                null,
                model.origin() == DataOrigin.SYNTHETIC ? true : null);
    }

    /** The same with the columns in which the model has to take the record's category for a rare one. */
    static Prediction of(ServedModel model, Row row, double probability) {
        Prediction plain = of(model, probability);
        List<String> unseen = model.unseen(row);
        return unseen.isEmpty()
                ? plain
                : new Prediction(
                        plain.decisionId,
                        plain.decision,
                        probability,
                        plain.model,
                        null,
                        null,
                        unseen,
                        plain.synthetic);
    }

    /** The same answer with what is said of why. */
    Prediction because(@Nullable List<Reason> why, @Nullable Contributions all) {
        return new Prediction(decisionId, decision, probability, model, why, all, unseen, synthetic);
    }

    /** The registered version that answered. */
    public record ModelReference(String name, int version, String runId) {

        static ModelReference of(ModelVersionRef version) {
            return new ModelReference(version.name(), version.version(), version.runId());
        }
    }
}
