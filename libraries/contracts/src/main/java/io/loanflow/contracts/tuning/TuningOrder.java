package io.loanflow.contracts.tuning;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;

/** What is tuned on: the training part of these batches. */
public record TuningOrder(DatasetRef load, FeatureBatches batches, PreprocessingSettings split, PipelineRun run) {}
