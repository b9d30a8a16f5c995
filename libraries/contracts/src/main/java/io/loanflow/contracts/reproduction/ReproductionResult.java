package io.loanflow.contracts.reproduction;

import io.loanflow.contracts.training.ModelVersionRef;
import java.util.List;

/**
 * @param version with the digest that was recorded
 * @param equal whether trees, calibration and threshold came out the same
 * @param differences between what was recorded and what is now, those among them that changed nothing of the model
 */
public record ReproductionResult(ModelVersionRef version, boolean equal, List<Difference> differences) {

    public ReproductionResult {
        differences = List.copyOf(differences);
    }

    /**
     * @param what such as {@code trees} or {@code code}
     * @param recorded by the version's run
     */
    public record Difference(String what, String recorded, String now) {}
}
