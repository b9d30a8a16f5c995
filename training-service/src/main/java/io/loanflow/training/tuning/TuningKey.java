package io.loanflow.training.tuning;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.tuning.TuningOrder;
import io.loanflow.training.definition.TrainingDefinition;
import java.nio.charset.StandardCharsets;

/** Says everything a tuning depends on: equal keys, equal results. */
final class TuningKey {

    /** Changes with the code that comes to another result by the same. */
    private static final String FORMAT = "loanflow-tuning-3";

    private TuningKey() {}

    static String of(TuningOrder order, TrainingDefinition definition) {
        String text = String.join(
                "\n",
                FORMAT,
                order.batches().sha256(),
                order.split().toString(),
                definition.families().toString(),
                definition.tuning().toString());
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
