package io.loanflow.contracts.reproduction;

import io.loanflow.contracts.preprocessing.FeatureBatches;

/** Asks for the model of a plan once more, from these batches. */
public record ReproductionAttempt(ReproductionPlan plan, FeatureBatches batches) {}
