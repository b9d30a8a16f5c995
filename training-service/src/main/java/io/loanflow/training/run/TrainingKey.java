package io.loanflow.training.run;

import io.loanflow.contracts.dataset.DecisionCosts;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.training.forest.ForestParameters;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Says everything a model depends on: equal keys, equal models. */
final class TrainingKey {

    /** Changes with the code that makes another model of the same. */
    private static final String FORMAT = "loanflow-model-1";

    private TrainingKey() {}

    static String of(TrainingRequest request, ForestParameters parameters, @Nullable DecisionCosts costs) {
        String text = String.join(
                "\n",
                FORMAT,
                request.batches().sha256(),
                request.split().toString(),
                parameters.described().toString(),
                String.valueOf(costs));
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
