package io.loanflow.contracts.tuning;

import io.loanflow.contracts.training.TrainingSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tuning comes to, said before it begins.
 *
 * @param key of everything it depends on
 * @param mlflowRunId run that all candidates' runs belong to
 * @param runUrl MLflow's page of it
 * @param validation how candidates are measured
 * @param rungs numbers of trees, rising: all candidates have the first, after each the best go on to the next
 * @param familyRungs the same for each family by its name, as many of each; null where all candidates have {@code rungs}
 * @param factor after a rung, one in so many of each family goes on, the best of it; null in plans of older versions: the better half of all
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
        @Nullable Integer factor,
        List<TrainingSettings> candidates,
        int trees,
        @Nullable TuningResult finished) {

    /**
     * Which candidates have the next rung. Families are not compared before the last one: some need more trees than others until they are
     * good.
     *
     * @param rung candidates, the best first
     * @return at least one of each family, in the same order
     */
    public List<Integer> goOn(List<Integer> rung) {
        if (factor == null) {
            return rung.subList(0, (rung.size() + 1) / 2);
        }
        Map<String, Integer> left = new HashMap<>();
        rung.forEach(candidate -> left.merge(family(candidate), 1, Integer::sum));
        left.replaceAll((family, size) -> (size + factor - 1) / factor);
        return rung.stream()
                .filter(candidate -> left.merge(family(candidate), -1, Integer::sum) >= 0)
                .toList();
    }

    private String family(int candidate) {
        return Objects.requireNonNullElse(candidates.get(candidate).family(), "");
    }

    /** How many trees a candidate has in a rung. */
    public int trees(int candidate, int rung) {
        String family = candidates.get(candidate).family();
        return familyRungs == null || family == null
                ? rungs.get(rung)
                : familyRungs.getOrDefault(family, rungs).get(rung);
    }
}
