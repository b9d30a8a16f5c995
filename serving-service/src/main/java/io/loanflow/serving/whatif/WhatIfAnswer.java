package io.loanflow.serving.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.model.whatif.Alternative;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.prediction.Prediction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have changed a decision.
 *
 * @param decision as the row is
 * @param otherDecision that every alternative has
 * @param probability of the positive label, as the row is
 * @param model that answered
 * @param columns that were changed alone and two at a time
 * @param alternatives the smallest changes, the smallest first; none where no change of one or two of the columns changes the decision
 * @param synthetic true where the model was trained on generated rows; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WhatIfAnswer(
        String decision,
        String otherDecision,
        double probability,
        Prediction.ModelReference model,
        List<String> columns,
        List<Alternative> alternatives,
        @Nullable Boolean synthetic) {

    static WhatIfAnswer of(ServedModel model, double probability, List<String> columns, List<Alternative> found) {
        Prediction prediction = Prediction.of(model, probability);
        String positive = model.definition().positiveName();
        return new WhatIfAnswer(
                prediction.decision(),
                prediction.decision().equals(positive) ? model.definition().negativeName() : positive,
                probability,
                prediction.model(),
                columns,
                found,
                prediction.synthetic());
    }
}
