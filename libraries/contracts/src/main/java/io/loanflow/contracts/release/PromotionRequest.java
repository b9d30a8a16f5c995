package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.training.ModelVersionRef;

/** Asks whether a challenger may become champion, both scored on the same test rows. */
public record PromotionRequest(ModelVersionRef challenger, FeatureBatches batches, PipelineRun run) {}
