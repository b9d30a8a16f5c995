package io.loanflow.model.folder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a folder is kept, for MLflow's description of it.
 *
 * @param path of the folder below the run's artifact root
 * @param runId MLflow run that made the model
 * @param created when that run began
 * @param modelId of the same files in MLflow's list of models; null where they are not in it
 */
public record FolderPlace(
        String path,
        String runId,
        Instant created,
        @Nullable String modelId) {

    /** Of a folder that is in its run only. */
    public FolderPlace(String path, String runId, Instant created) {
        this(path, runId, created, null);
    }
}
