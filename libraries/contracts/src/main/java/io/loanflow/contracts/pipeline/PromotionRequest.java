package io.loanflow.contracts.pipeline;

/** Asks whether a challenger may become champion, both scored on the same test rows. */
public record PromotionRequest(ModelVersionRef challenger, FeatureBatches batches, PipelineRun run) {}
