package io.loanflow.serving.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.loanflow.serving.prediction.Prediction;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the Open Inference Protocol.
 *
 * @param modelName the data set
 * @param modelVersion registered version that answered
 * @param id as the request has it; absent where it has none
 * @param outputs one value of each for each row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InferAnswer(
        @JsonProperty("model_name") String modelName,
        @JsonProperty("model_version") String modelVersion,
        @Nullable String id,
        List<Output> outputs) {

    static final String DECISION = "decision";
    static final String PROBABILITY = "probability";
    static final String DECISION_ID = "decision_id";

    /** Names of all outputs. */
    static final List<String> OUTPUTS = List.of(DECISION, PROBABILITY, DECISION_ID);

    /**
     * One output.
     *
     * @param datatype BYTES for texts
     * @param shape how many rows
     */
    record Output(String name, String datatype, List<Integer> shape, List<Object> data) {}

    static InferAnswer of(InferRequest request, String model, int version, List<Prediction> predictions) {
        return new InferAnswer(
                model,
                Integer.toString(
                        predictions.isEmpty()
                                ? version
                                : predictions.get(0).model().version()),
                request.id(),
                request.outputs().stream()
                        .map(output -> output(output, predictions))
                        .toList());
    }

    static String datatype(String output) {
        return output.equals(PROBABILITY) ? "FP64" : Tensor.BYTES;
    }

    private static Output output(String name, List<Prediction> predictions) {
        Function<Prediction, Object> value = switch (name) {
            case PROBABILITY -> Prediction::probability;
            case DECISION_ID -> prediction -> prediction.decisionId().toString();
            default -> Prediction::decision;
        };
        return new Output(
                name,
                datatype(name),
                List.of(predictions.size()),
                predictions.stream().map(value).toList());
    }
}
