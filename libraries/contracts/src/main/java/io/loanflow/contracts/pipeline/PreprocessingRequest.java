package io.loanflow.contracts.pipeline;

/** Asks for a load's rows as encoded batches. */
public record PreprocessingRequest(DatasetRef load, PreprocessingSettings settings, PipelineRun run) {}
