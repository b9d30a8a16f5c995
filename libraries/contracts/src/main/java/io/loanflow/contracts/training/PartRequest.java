package io.loanflow.contracts.training;

/**
 * Asks for some trees of a model.
 *
 * @param training which model, with all its settings
 * @param mlflowRunId run of the model, which keeps the part
 * @param firstTree index of the first tree
 * @param trees how many
 */
public record PartRequest(TrainingRequest training, String mlflowRunId, int firstTree, int trees) {}
