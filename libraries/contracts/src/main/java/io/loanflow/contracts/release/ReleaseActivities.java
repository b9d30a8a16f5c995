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
     * Moves alias {@code champion}, and then marks the version that it left where that is withdrawn; again changes nothing. Does nothing
     * where the alias is elsewhere. A version to leave that was deleted is left all the same. Fails for good with
     * {@link FailureTypes#SETTINGS_INVALID} where the version to come into service is gone or withdrawn. Two such calls for one model
     * must not overlap.
     */
    ChampionMoved moveChampion(ChampionMove move);

    /** Takes away the mark that a move made, and moves the alias back unless somebody has moved it since; again changes nothing. */
    ChampionMoved moveChampionBack(ChampionMove move);

    /** Writes to a version why it does not become champion; again changes nothing. The champion now; null where there is none. */
    @Nullable
    ModelVersionRef refuse(Refusal refusal);

    /** Adds what the rehearsal found to the ruling that is kept with a version; again changes nothing. */
    void recordRehearsal(RehearsalRecord rehearsal);

    /** Writes to a version who approved it; again changes nothing. */
    void recordApproval(ApprovalRecord approval);

    /** Says which version a rollback leaves and which it goes back to. Fails for good with {@link FailureTypes#SETTINGS_INVALID}. */
    RollbackPlan planRollback(RollbackRequest request);

    /** Points alias {@code champion} to a version wherever it was, as releases did that began before they moved it conditionally. */
    void appoint(PromotionRequest request);

    /** Takes an appointment back, as those releases did. The champion now; null where there is none. */
    @Nullable
    ModelVersionRef reinstate(Refusal refusal);

    /** Moves the alias and marks the version that it left, as rollbacks did that began before then. */
    void rollBack(RollbackPlan plan);

    /** Judges and appoints at once, as runs did that began before there were releases. */
    PromotionResult promote(PromotionRequest request);
}
