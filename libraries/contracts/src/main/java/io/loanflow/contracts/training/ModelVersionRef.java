package io.loanflow.contracts.training;

/**
 * A registered version of a model.
 *
 * @param name registered name, the data set's
 * @param version number given by the registry
 * @param runId MLflow run that made it
 * @param digest SHA-256 of the model's trees: equal digests mean equal predictions
 */
public record ModelVersionRef(String name, int version, String runId, String digest) {}
