package io.loanflow.contracts.pipeline;

/**
 * @param trees number of trees, at least 1
 * @param seed of the forest's random choices
 */
public record TrainingSettings(int trees, long seed) {

    public static final TrainingSettings DEFAULTS = new TrainingSettings(50, 42);
}
