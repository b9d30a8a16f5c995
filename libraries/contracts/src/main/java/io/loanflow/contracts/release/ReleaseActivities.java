package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.activity.ActivityInterface;
import org.jspecify.annotations.Nullable;

/**
 * What the training service, which owns the registry, does for a release: what scores rows on task queue {@link TaskQueues#TRAINING},
 * all else on {@link TaskQueues#REGISTRY}.
 */
@ActivityInterface
public interface ReleaseActivities {

    /** Looks a version up. Fails for good with {@link FailureTypes#SETTINGS_INVALID} where it is not registered, or not by a pipeline. */
    ReleaseCandidate find(VersionRequest request);

    /**
     * Applies the gate, and writes its ruling to the version; {@link Verdict#PROMOTED} means that it may become champion. Fails for
     * good with {@link FailureTypes#FEATURE_BATCHES_LOST}.
     */
    PromotionResult judge(PromotionRequest request);

    /** Points alias {@code champion} to a version; again changes nothing and names the same former champion. */
    Appointment appoint(PromotionRequest request);

    /**
     * Points the alias back to where it was before an appointment, unless somebody has moved it since, and writes the reason to the
     * version; again changes nothing. The champion now; null where there is none.
     */
    @Nullable
    ModelVersionRef reinstate(Reinstatement request);

    /** Says which version a rollback leaves and which it goes back to. Fails for good with {@link FailureTypes#SETTINGS_INVALID}. */
    RollbackPlan planRollback(RollbackRequest request);

    /** Marks the one version withdrawn and points the alias to the other; again changes nothing. */
    void rollBack(RollbackPlan plan);

    /** Judges and appoints at once, as runs did that began before there were releases. */
    PromotionResult promote(PromotionRequest request);
}
