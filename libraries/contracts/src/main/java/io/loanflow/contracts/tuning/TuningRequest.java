package io.loanflow.contracts.tuning;

import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import org.jspecify.annotations.Nullable;

/**
 * Starts a tuning. {@code {"dataset": "loan"}} is enough; whatever else is null has its default.
 *
 * @param file path under the ingestion service's file directory; null for the data set's own source
 * @param preprocessing null for {@link PreprocessingSettings#DEFAULTS}
 * @param load to tune on, given by a pipeline that has it and keeps other runs of the data set waiting; null to load first
 */
public record TuningRequest(
        String dataset,
        @Nullable String file,
        @Nullable PreprocessingSettings preprocessing,
        @Nullable DatasetRef load) {

    public static TuningRequest of(String dataset) {
        return new TuningRequest(dataset, null, null, null);
    }
}
