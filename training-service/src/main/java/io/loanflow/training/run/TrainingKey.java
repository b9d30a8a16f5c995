package io.loanflow.training.run;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.training.forest.ForestParameters;
import java.nio.charset.StandardCharsets;

/** Says everything a model depends on: equal keys, equal models. */
final class TrainingKey {

    private TrainingKey() {}

    static String of(TrainingRequest request, ForestParameters parameters) {
        String text = String.join(
                "\n",
                request.batches().sha256(),
                request.split().toString(),
                parameters.described().toString(),
                Double.toString(ModelMaker.THRESHOLD));
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
