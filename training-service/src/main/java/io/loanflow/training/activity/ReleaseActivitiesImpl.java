package io.loanflow.training.activity;

import static io.loanflow.training.activity.Failures.typed;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.ApprovalRecord;
import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.release.ChampionMoved;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.ReleaseActivities;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.training.promotion.ChampionAlias;
import io.loanflow.training.promotion.Promotion;
import io.loanflow.training.promotion.ReleaseCandidates;
import io.loanflow.training.promotion.RollbackPlanning;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.spring.boot.ActivityImpl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges challengers and moves the alias of the champion. */
@Component
@ActivityImpl(taskQueues = {TaskQueues.TRAINING, TaskQueues.REGISTRY})
public class ReleaseActivitiesImpl implements ReleaseActivities {

    private final ReleaseCandidates candidates;
    private final Promotion promotion;
    private final ChampionAlias alias;
    private final RollbackPlanning rollbacks;

    public ReleaseActivitiesImpl(
            ReleaseCandidates candidates, Promotion promotion, ChampionAlias alias, RollbackPlanning rollbacks) {
        this.candidates = candidates;
        this.promotion = promotion;
        this.alias = alias;
        this.rollbacks = rollbacks;
    }

    @Override
    public ReleaseCandidate find(VersionRequest request) {
        return typed(() -> candidates.find(request));
    }

    @Override
    public PromotionResult judge(PromotionRequest request) {
        String words = "version " + request.challenger().version() + " and the champion score the test rows";
        return typed(() -> ActivityHeartbeat.saying(words, () -> promotion.judge(request)));
    }

    @Override
    public ChampionMoved moveChampion(ChampionMove move) {
        return typed(() -> alias.move(move));
    }

    @Override
    public ChampionMoved moveChampionBack(ChampionMove move) {
        return typed(() -> alias.moveBack(move));
    }

    @Override
    public @Nullable ModelVersionRef refuse(Refusal refusal) {
        return typed(() -> Optional.ofNullable(alias.refuse(refusal))).orElse(null);
    }

    @Override
    public void recordRehearsal(RehearsalRecord rehearsal) {
        var unused = typed(() -> {
            promotion.rehearsed(rehearsal);
            return rehearsal;
        });
    }

    @Override
    public void recordApproval(ApprovalRecord approval) {
        var unused = typed(() -> {
            alias.approved(approval);
            return approval;
        });
    }

    @Override
    public RollbackPlan planRollback(RollbackRequest request) {
        return typed(() -> rollbacks.plan(request));
    }

    @Override
    public void appoint(PromotionRequest request) {
        var unused = typed(() -> {
            alias.appoint(request.challenger(), request.run());
            return request;
        });
    }

    @Override
    public @Nullable ModelVersionRef reinstate(Refusal refusal) {
        return typed(() -> Optional.ofNullable(alias.reinstate(refusal))).orElse(null);
    }

    @Override
    public void rollBack(RollbackPlan plan) {
        ActivityInfo info = Activity.getExecutionContext().getInfo();
        PipelineRun run = new PipelineRun(info.getWorkflowId(), info.getWorkflowRunId());
        var unused = typed(() -> alias.move(new ChampionMove(plan.from(), plan.to(), plan.reason(), run)));
    }

    @Override
    public PromotionResult promote(PromotionRequest request) {
        PromotionResult result = judge(request);
        if (result.verdict() == Verdict.PROMOTED) {
            appoint(request);
        }
        return result;
    }
}
