package io.loanflow.training.run;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.family.Parameters;
import java.nio.charset.StandardCharsets;

/**
 * Says everything a model depends on: equal keys, equal models. The digest of the batches covers their definition. What another key signed
 * may be trusted no more.
 */
final class TrainingKey {

    /** Changes with the code that makes another model of the same. */
    private static final String FORMAT = "loanflow-model-3";

    private TrainingKey() {}

    /** @param signingKey identifier of the key that signs the model; empty where it is not signed */
    static String of(TrainingRequest request, Parameters parameters, String signingKey) {
        String text = String.join(
                "\n",
                FORMAT,
                request.batches().sha256(),
                request.split().toString(),
                parameters.described().toString());
        String signed = signingKey.isEmpty() ? text : text + "\n" + signingKey;
        return Sha256.hex(signed.getBytes(StandardCharsets.UTF_8));
    }
}
