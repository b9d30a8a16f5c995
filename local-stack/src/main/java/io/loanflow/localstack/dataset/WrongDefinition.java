package io.loanflow.localstack.dataset;

/**
 * A data set that cannot be loaded.
 *
 * @param problem one problem a line
 */
public record WrongDefinition(String dataset, String problem) {}
