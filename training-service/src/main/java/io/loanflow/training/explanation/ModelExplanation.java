package io.loanflow.training.explanation;

import io.loanflow.model.family.ScoreUnit;
import java.util.List;

/**
 * What a model does overall, on rows drawn from those that it was fitted on.
 *
 * @param unit of contributions and interactions
 * @param rows how many were drawn for each part
 * @param contributions of all columns, the strongest first
 * @param dependences of the strongest columns
 * @param interactions of each two of the strongest columns, the strongest first
 */
public record ModelExplanation(
        ScoreUnit unit,
        DrawnRows rows,
        List<ColumnContribution> contributions,
        List<Dependence> dependences,
        List<Interaction> interactions) {

    public ModelExplanation {
        contributions = List.copyOf(contributions);
        dependences = List.copyOf(dependences);
        interactions = List.copyOf(interactions);
    }

    /** How many rows each part looks at. */
    public record DrawnRows(int contributions, int dependences, int interactions) {}
}
