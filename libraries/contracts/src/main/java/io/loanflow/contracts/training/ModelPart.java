package io.loanflow.contracts.training;

/**
 * Some trees of a model, kept with the MLflow run of the model.
 *
 * @param firstTree index of the first of them
 * @param trees how many
 * @param sha256 of the file that holds them
 */
public record ModelPart(int firstTree, int trees, String sha256) {}
