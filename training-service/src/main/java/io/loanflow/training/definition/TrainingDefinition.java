package io.loanflow.training.definition;

import io.loanflow.contracts.release.ApprovalPolicy;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set's {@code training.yaml}.
 *
 * @param families those that a tuning looks among; until it found something, models are of the first
 * @param leakage how well one column alone may tell the label
 * @param gate when a version may become champion
 * @param approval that one which passed the gate waits for; null where nobody is asked
 * @param rollout how one that passed is put to the test by what clients ask
 */
public record TrainingDefinition(
        List<FamilyDefinition> families,
        TuningDefinition tuning,
        LeakageLimits leakage,
        GateDefinition gate,
        @Nullable ApprovalPolicy approval,
        RolloutPolicy rollout) {

    public TrainingDefinition {
        families = List.copyOf(families);
    }

    /** Of the data set's models, until a tuning finds better ones. */
    public Parameters parameters() {
        return families.get(0).parameters();
    }

    /** The parameters of a family; empty for one that the file does not name. */
    public Optional<Parameters> parameters(ModelFamily family) {
        return families.stream()
                .map(FamilyDefinition::parameters)
                .filter(parameters -> parameters.family().equals(family))
                .findFirst();
    }

    /** A tuning's candidates, the data set's own first; each family has as many as any other, its own among them. */
    public List<Parameters> candidates() {
        List<Parameters> candidates = new ArrayList<>();
        int left = tuning.candidates();
        for (int i = 0; i < families.size(); i++) {
            FamilyDefinition family = families.get(i);
            int share = Math.max(1, left / (families.size() - i));
            candidates.addAll(family.space().candidates(family.parameters(), share, tuning.seed()));
            left -= share;
        }
        return candidates;
    }

    /** By the family's name. */
    public Map<String, List<Integer>> rungs() {
        Map<String, List<Integer>> rungs = new LinkedHashMap<>();
        families.forEach(family -> rungs.put(family.parameters().family().name(), family.rungs()));
        return rungs;
    }
}
