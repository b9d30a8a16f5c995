package io.loanflow.training.promotion;

import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.run.RunTags;

/** A registered version as other services know it. */
final class VersionReference {

    private VersionReference() {}

    static ModelVersionRef of(RegisteredModelVersion version) {
        return new ModelVersionRef(
                version.name(),
                version.version(),
                version.runId(),
                version.tags().getOrDefault(RunTags.MODEL_DIGEST, ""));
    }

    /** As verdict of a version that passed the gate, until a person has said yes or no. */
    static final String AWAITS_APPROVAL = "AWAITS_APPROVAL";

    /** And nobody has taken it out of service since. */
    static boolean passedGate(RegisteredModelVersion version) {
        return !isWithdrawn(version)
                && Verdict.PROMOTED.name().equals(version.tags().get(RunTags.GATE_VERDICT));
    }

    static boolean isWithdrawn(RegisteredModelVersion version) {
        return version.tags().containsKey(RunTags.WITHDRAWN);
    }
}
