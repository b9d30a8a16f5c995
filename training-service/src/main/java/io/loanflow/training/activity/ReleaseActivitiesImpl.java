package io.loanflow.training.activity;

import static io.loanflow.training.activity.Failures.typed;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.ReleaseActivities;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.training.promotion.ChampionAlias;
import io.loanflow.training.promotion.Promotion;
import io.loanflow.training.promotion.Withdrawal;
import io.temporal.spring.boot.ActivityImpl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges challengers and moves the alias of the champion. */
@Component
@ActivityImpl(taskQueues = {TaskQueues.TRAINING, TaskQueues.REGISTRY})
public class ReleaseActivitiesImpl implements ReleaseActivities {

    private final Promotion promotion;
    private final ChampionAlias alias;
    private final Withdrawal withdrawal;

    public ReleaseActivitiesImpl(Promotion promotion, ChampionAlias alias, Withdrawal withdrawal) {
        this.promotion = promotion;
        this.alias = alias;
        this.withdrawal = withdrawal;
    }

    @Override
    public ReleaseCandidate find(VersionRequest request) {
        return typed(() -> alias.find(request));
    }

    @Override
    public PromotionResult judge(PromotionRequest request) {
        return typed(() -> ActivityHeartbeat.during(RowProgress.NOTHING_YET, progress -> promotion.judge(request)));
    }

    @Override
    public void appoint(PromotionRequest request) {
        Object unused = typed(() -> {
            alias.appoint(request.challenger());
            return request;
        });
    }

    @Override
    public @Nullable ModelVersionRef refuse(Refusal refusal) {
        return typed(() -> Optional.ofNullable(alias.refuse(refusal))).orElse(null);
    }

    @Override
    public @Nullable ModelVersionRef reinstate(Refusal refusal) {
        return typed(() -> Optional.ofNullable(alias.reinstate(refusal))).orElse(null);
    }

    @Override
    public RollbackPlan planRollback(RollbackRequest request) {
        return typed(() -> withdrawal.plan(request));
    }

    @Override
    public void rollBack(RollbackPlan plan) {
        var unused = typed(() -> {
            withdrawal.rollBack(plan);
            return plan;
        });
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
