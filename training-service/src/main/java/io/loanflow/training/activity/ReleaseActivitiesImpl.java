package io.loanflow.training.activity;

import static io.loanflow.training.activity.Failures.typed;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.ReleaseActivities;
import io.loanflow.training.promotion.Promotion;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Judges challengers and moves the alias of the champion. */
@Component
@ActivityImpl(taskQueues = TaskQueues.TRAINING)
public class ReleaseActivitiesImpl implements ReleaseActivities {

    private final Promotion promotion;

    public ReleaseActivitiesImpl(Promotion promotion) {
        this.promotion = promotion;
    }

    @Override
    public PromotionResult promote(PromotionRequest request) {
        return typed(() -> ActivityHeartbeat.during(RowProgress.NOTHING_YET, progress -> promotion.promote(request)));
    }
}
