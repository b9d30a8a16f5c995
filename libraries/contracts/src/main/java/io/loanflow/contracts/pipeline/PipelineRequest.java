package io.loanflow.contracts.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Starts a pipeline. {@code {"dataset": "loan"}} is enough; whatever else is null has its default.
 *
 * @param file path under the ingestion service's file directory; null for the data set's own source
 * @param preprocessing null for {@link PreprocessingSettings#DEFAULTS}
 * @param training null for {@link TrainingSettings#DEFAULTS}
 */
public record PipelineRequest(
        String dataset,
        @Nullable String file,
        @Nullable PreprocessingSettings preprocessing,
        @Nullable TrainingSettings training) {

    public static PipelineRequest of(String dataset) {
        return new PipelineRequest(dataset, null, null, null);
    }
}
