package io.loanflow.contracts.pipeline;

/** Asks for a model from batches, logged and registered. */
public record TrainingRequest(DatasetRef load, FeatureBatches batches, TrainingSettings settings, PipelineRun run) {}
