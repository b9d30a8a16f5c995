package io.loanflow.contracts.pipeline;

import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * Starts a pipeline. {@code {"dataset": "loan"}} is enough; whatever else is null has its default.
 *
 * @param file path under the ingestion service's file directory; null for none
 * @param load id of a complete load of the data set to learn from; null for none
 * @param synthetic true for generated rows; null for false. Without file, load and this: the data set's newest real rows
 * @param preprocessing null for {@link PreprocessingSettings#DEFAULTS}
 * @param training null for {@link TrainingSettings#DEFAULTS}
 * @param trainingPartitions in how many parts the forest grows, each on any worker of the training service; null for 1
 * @param tune whether better parameters are looked for first, and trained with; null for false
 * @param startedBy person who wants it; null where none is known
 */
public record PipelineRequest(
        String dataset,
        @Nullable String file,
        @Nullable Long load,
        @Nullable Boolean synthetic,
        @Nullable PreprocessingSettings preprocessing,
        @Nullable TrainingSettings training,
        @Nullable Integer trainingPartitions,
        @Nullable Boolean tune,
        @Nullable String startedBy) {

    public static PipelineRequest of(String dataset) {
        return new PipelineRequest(dataset, null, null, null, null, null, null, null, null);
    }
}
