package io.loanflow.training.activity;

import static io.loanflow.training.activity.FactFailures.typed;

import io.loanflow.contracts.pipeline.ActivityHeartbeat;
import io.loanflow.contracts.pipeline.CandidateRequest;
import io.loanflow.contracts.pipeline.CandidateScore;
import io.loanflow.contracts.pipeline.RowProgress;
import io.loanflow.contracts.pipeline.TaskQueues;
import io.loanflow.contracts.pipeline.TuningActivities;
import io.loanflow.contracts.pipeline.TuningOrder;
import io.loanflow.contracts.pipeline.TuningOutcome;
import io.loanflow.contracts.pipeline.TuningPlan;
import io.loanflow.contracts.pipeline.TuningResult;
import io.loanflow.training.tuning.ForestTuning;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Tunes for a workflow. */
@Component
@ActivityImpl(taskQueues = TaskQueues.TRAINING)
public class TuningActivitiesImpl implements TuningActivities {

    private final ForestTuning tuning;

    public TuningActivitiesImpl(ForestTuning tuning) {
        this.tuning = tuning;
    }

    @Override
    public TuningPlan planTuning(TuningOrder order) {
        return typed(() -> tuning.plan(order));
    }

    @Override
    public CandidateScore measure(CandidateRequest request) {
        return typed(
                () -> ActivityHeartbeat.during(RowProgress.NOTHING_YET, progress -> tuning.measure(request, progress)));
    }

    @Override
    public TuningResult conclude(TuningOutcome outcome) {
        return typed(() -> tuning.conclude(outcome));
    }
}
