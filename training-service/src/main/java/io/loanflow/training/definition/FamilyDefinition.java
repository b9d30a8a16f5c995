package io.loanflow.training.definition;

import io.loanflow.model.family.Parameters;
import java.util.List;

/**
 * A family that a data set's models may be of.
 *
 * @param parameters of its models, until a tuning finds better ones
 * @param rungs of a tuning, numbers of trees, rising: all candidates have the first, after each the best go on to the next
 * @param space where a tuning's candidates are drawn from
 */
public record FamilyDefinition(Parameters parameters, List<Integer> rungs, SearchSpace space) {

    public FamilyDefinition {
        rungs = List.copyOf(rungs);
    }
}
