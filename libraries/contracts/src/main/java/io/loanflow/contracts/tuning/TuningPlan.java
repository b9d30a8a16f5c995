package io.loanflow.contracts.tuning;

import io.loanflow.contracts.training.TrainingSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tuning comes to, said before it begins.
 *
 * @param key of everything it depends on
 * @param mlflowRunId run that all candidates' runs belong to
 * @param runUrl MLflow's page of it
 * @param validation how candidates are measured
 * @param rungs numbers of trees, rising: all candidates have the first, after each the better half goes on to the next
 * @param familyRungs the same for each family by its name, as many of each; null where all candidates have {@code rungs}
 * @param candidates complete settings but for the trees; the first are the data set's own
 * @param trees of the data set's own model
 * @param finished what the same tuning found before; else null
 */
public record TuningPlan(
        String key,
        String mlflowRunId,
        String runUrl,
        Validation validation,
        List<Integer> rungs,
        @Nullable Map<String, List<Integer>> familyRungs,
        List<TrainingSettings> candidates,
        int trees,
        @Nullable TuningResult finished) {

    /** How many trees a candidate has in a rung. */
    public int trees(int candidate, int rung) {
        String family = candidates.get(candidate).family();
        return familyRungs == null || family == null
                ? rungs.get(rung)
                : familyRungs.getOrDefault(family, rungs).get(rung);
    }
}
