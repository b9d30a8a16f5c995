package io.loanflow.training.definition;

/**
 * How better parameters are looked for.
 *
 * @param seed of the draw of candidates and of the folds
 * @param candidates how many there are at first, each family's own parameters among them
 * @param folds in how many parts the training rows are cut; each is once left out and measured on
 * @param patience where trees grow each after the other, a model ends after so many that did not make it better on its fold
 * @param factor after each rung one in so many candidates of a family goes on
 */
public record TuningDefinition(long seed, int candidates, int folds, int patience, int factor) {}
