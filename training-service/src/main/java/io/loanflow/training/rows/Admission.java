package io.loanflow.training.rows;

import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.featurebatches.FeatureManifest;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.TrainingProperties;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Refuses rows and models that do not fit this process's heap: it would die of them, and again in every attempt. */
@Component
public class Admission {

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
        long needed = columns(rows, features, schema.companions().size())
                + growth(manifest.trainRows(), features, parameters)
                + folds(manifest.trainRows(), features, schema.companions());
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

    /**
     * For {@link io.loanflow.model.family.Growth}: how large a model becomes shows only when it grows, and what may become of the
     * parameters at worst is many times what becomes of most rows.
     *
     * @param train what it grows from
     * @param rows that are in memory meanwhile, those of {@code train} among them
     * @return throws {@link TrainingImpossibleException} when told more bytes than fit beside the rows
     */
    public LongConsumer modelLimit(PartRows train, long rows, Parameters parameters) {
        int features = train.features().size();
        long beside = columns(rows, features, train.companionNames().size())
                + growth(train.size(), features, parameters)
                + folds(train.size(), features, train.companionNames());
        return model -> {
            if (beside + model > heap) {
                throw new TrainingImpossibleException(String.format(
                        Locale.ROOT,
                        "The model grows too large: with these parameters it and %,d rows need %,d MiB of heap, and this training"
                                + " service has %,d MiB. Give it more (-Xmx, or more memory for its container), or train"
                                + " fewer trees, less deep or with larger leaves.",
                        rows,
                        (beside + model) / MEBIBYTE * 11 / 10 + 1,
                        heap / MEBIBYTE));
            }
        };
    }

    /** Values of 8 bytes, a label as byte and as number, a reference to each companion's text. */
    private static long columns(long rows, int features, int companions) {
        return rows * (8L * features + 5 + 4L * companions);
    }

    /** Rows with groups are copied for each fold, whatever the family. */
    private static long folds(long trainRows, int features, List<String> companions) {
        return companions.contains(FeatureSchema.GROUP) ? trainRows * (8L * features + 16) : 0;
    }

    private long growth(long trainRows, int features, Parameters parameters) {
        return AT_REST + parameters.family().trainingBytes(trainRows, features, parameters, threads);
    }
}
