package io.loanflow.contracts.pipeline;

/**
 * Asks for a model from batches, logged and registered.
 *
 * @param split how the load was split into the batches' two parts, so that the run can say it
 */
public record TrainingRequest(
        DatasetRef load,
        FeatureBatches batches,
        PreprocessingSettings split,
        TrainingSettings settings,
        PipelineRun run) {}
