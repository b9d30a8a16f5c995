package io.loanflow.contracts.pipeline;

/** What is tuned on: the training part of these batches. */
public record TuningOrder(DatasetRef load, FeatureBatches batches, PreprocessingSettings split, PipelineRun run) {}
