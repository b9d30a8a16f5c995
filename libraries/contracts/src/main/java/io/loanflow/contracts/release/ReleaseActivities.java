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

    /**
     * Points alias {@code champion} to a version, and writes to it which one was champion before; again changes nothing. Fails for
     * good with {@link FailureTypes#SETTINGS_INVALID} where the version was withdrawn meanwhile.
     */
    void appoint(PromotionRequest request);

    /** Writes to a version why it does not become champion; again changes nothing. The champion now; null where there is none. */
    @Nullable
    ModelVersionRef refuse(Refusal refusal);

    /**
     * The same, of a version that may have been appointed: the alias goes back to where it was before, unless somebody has moved it
     * since.
     */
    @Nullable
    ModelVersionRef reinstate(Refusal refusal);

    /** Says which version a rollback leaves and which it goes back to. Fails for good with {@link FailureTypes#SETTINGS_INVALID}. */
    RollbackPlan planRollback(RollbackRequest request);

    /** Marks the one version withdrawn and points the alias to the other; again changes nothing. */
    void rollBack(RollbackPlan plan);

    /** Judges and appoints at once, as runs did that began before there were releases. */
    PromotionResult promote(PromotionRequest request);
}
