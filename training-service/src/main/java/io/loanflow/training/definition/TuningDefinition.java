package io.loanflow.training.definition;

import java.util.List;

/**
 * How better parameters are looked for.
 *
 * @param seed of the draw of candidates and of the folds
 * @param candidates how many there are at first, the data set's own parameters among them
 * @param folds in how many parts the training rows are cut; each is once left out and measured on
 * @param rungs numbers of trees, rising: all candidates have the first, after each the better half goes on to the next
 */
public record TuningDefinition(long seed, int candidates, int folds, List<Integer> rungs, SearchSpace space) {

    public TuningDefinition {
        rungs = List.copyOf(rungs);
    }
}
