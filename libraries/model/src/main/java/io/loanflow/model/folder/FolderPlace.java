package io.loanflow.model.folder;

import java.time.Instant;

/**
 * Where a folder is kept, for MLflow's description of it.
 *
 * @param path of the folder below the run's artifact root
 * @param runId MLflow run that made the model
 * @param created when that run began
 */
public record FolderPlace(String path, String runId, Instant created) {}
