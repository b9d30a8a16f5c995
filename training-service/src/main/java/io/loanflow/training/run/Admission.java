package io.loanflow.training.run;

import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.featurebatches.FeatureManifest;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.TrainingProperties;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Refuses rows that do not fit this process's heap before they are read: it would die of them, and again in every attempt. */
@Component
class Admission {

    private static final long MEBIBYTE = 1 << 20;

    /** What a service holds that trains nothing. */
    private static final long AT_REST = 64 * MEBIBYTE;

    private final int threads;
    private final long heap;

    @Autowired
    Admission(TrainingProperties properties) {
        this(properties.growingThreads(), Runtime.getRuntime().maxMemory());
    }

    Admission(int threads, long heap) {
        this.threads = threads;
        this.heap = heap;
    }

    /**
     * @param rows of the parts that are read
     * @throws TrainingImpossibleException if they do not fit, with the heap that they need
     */
    void require(FeatureManifest manifest, long rows, Parameters parameters) {
        FeatureSchema schema = manifest.schema();
        int features = schema.features().size();
        // Values of 8 bytes, a label as byte and as number, a reference to each companion's text.
        long columns = rows * (8L * features + 5 + 4L * schema.companions().size());
        long needed = AT_REST + columns + parameters.family().trainingBytes(manifest.trainRows(), features, threads);
        if (needed > heap) {
            throw new TrainingImpossibleException(String.format(
                    Locale.ROOT,
                    "%,d rows of %,d features need %,d MiB of heap beside the model, and this training service has %,d MiB."
                            + " Give it more (-Xmx, or more memory for its container), or load fewer rows.",
                    rows,
                    features,
                    needed / MEBIBYTE + 1,
                    heap / MEBIBYTE));
        }
    }
}
