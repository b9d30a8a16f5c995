package io.loanflow.tracking;

/**
 * An entry of MLflow's list of models.
 *
 * @param id by which MLflow's clients load it, as {@code models:/<id>}
 * @param artifactUri where its files are, such as {@code mlflow-artifacts:/1/models/m-0f…/artifacts}
 */
public record LoggedModel(String id, String artifactUri) {}
