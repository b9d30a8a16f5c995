package io.loanflow.contracts.ingestion;

import io.loanflow.contracts.execution.PipelineRun;
import org.jspecify.annotations.Nullable;

/**
 * Asks for rows to learn from. Without file, load and {@code synthetic}: the data set's own file if its content is new, and
 * with it the loads of real rows that its {@link TrainingWindow} selects; where nothing real was ever loaded, the data set's download,
 * and generated rows if that fails.
 *
 * @param dataset name of the data set
 * @param file path under the ingestion service's file directory; null for none
 * @param load id of a complete load of the data set; null for none
 * @param synthetic true for generated rows, whatever else there is
 */
public record IngestionRequest(
        String dataset,
        @Nullable String file,
        @Nullable Long load,
        @Nullable Boolean synthetic,
        PipelineRun run) {

    /** Asks for a file, or for what there is. */
    public static IngestionRequest of(String dataset, @Nullable String file, PipelineRun run) {
        return new IngestionRequest(dataset, file, null, null, run);
    }
}
