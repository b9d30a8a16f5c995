package io.loanflow.training.activity;

import static io.loanflow.training.activity.Failures.typed;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.tuning.CandidateRequest;
import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningActivities;
import io.loanflow.contracts.tuning.TuningOrder;
import io.loanflow.contracts.tuning.TuningOutcome;
import io.loanflow.contracts.tuning.TuningPlan;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.training.tuning.ParameterTuning;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Tunes for a workflow. */
@Component
@ActivityImpl(taskQueues = TaskQueues.TRAINING)
public class TuningActivitiesImpl implements TuningActivities {

    private final ParameterTuning tuning;

    public TuningActivitiesImpl(ParameterTuning tuning) {
        this.tuning = tuning;
    }

    @Override
    public TuningPlan planTuning(TuningOrder order) {
        return typed(() -> tuning.plan(order));
    }

    @Override
    public CandidateScore measure(CandidateRequest request) {
        long rows = request.order().batches().trainRows();
        return typed(() -> ActivityHeartbeat.during(
                new RowProgress(0, rows, "rows"), progress -> tuning.measure(request, progress)));
    }

    @Override
    public TuningResult conclude(TuningOutcome outcome) {
        return typed(() -> tuning.conclude(outcome));
    }
}
