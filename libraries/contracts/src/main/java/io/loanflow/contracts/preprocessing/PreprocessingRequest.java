package io.loanflow.contracts.preprocessing;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DatasetRef;

/** Asks for a load's rows as encoded batches. */
public record PreprocessingRequest(DatasetRef load, PreprocessingSettings settings, PipelineRun run) {}
