package io.loanflow.serving.prediction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.model.row.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers to many rows, all from one model.
 *
 * @param answers one for each row, in the order of the request
 */
public record BatchPrediction(List<Answer> answers) {

    public BatchPrediction {
        answers = List.copyOf(answers);
    }

    /**
     * Either of the two.
     *
     * @param prediction present where the row was valid
     * @param errors present where it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            @Nullable Prediction prediction, @Nullable List<Problem> errors) {}
}
