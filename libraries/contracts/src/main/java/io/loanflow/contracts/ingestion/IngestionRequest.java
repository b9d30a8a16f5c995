package io.loanflow.contracts.ingestion;

import io.loanflow.contracts.execution.PipelineRun;
import org.jspecify.annotations.Nullable;

/**
 * @param dataset name of the data set
 * @param file path under the ingestion service's file directory; null for the data set's own source
 */
public record IngestionRequest(String dataset, @Nullable String file, PipelineRun run) {}
