package io.loanflow.training.activity;

import static io.loanflow.training.activity.Failures.typed;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.reproduction.ReproductionActivities;
import io.loanflow.contracts.reproduction.ReproductionAttempt;
import io.loanflow.contracts.reproduction.ReproductionPlan;
import io.loanflow.contracts.reproduction.ReproductionResult;
import io.loanflow.training.reproduction.VersionReproduction;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Makes versions again. */
@Component
@ActivityImpl(taskQueues = {TaskQueues.TRAINING, TaskQueues.REGISTRY})
public class ReproductionActivitiesImpl implements ReproductionActivities {

    private final VersionReproduction reproduction;

    public ReproductionActivitiesImpl(VersionReproduction reproduction) {
        this.reproduction = reproduction;
    }

    @Override
    public ReproductionPlan planReproduction(VersionRequest request) {
        return typed(() -> reproduction.plan(request));
    }

    @Override
    public ReproductionResult trainAgain(ReproductionAttempt attempt) {
        long rows = attempt.batches().trainRows() + attempt.batches().testRows();
        return typed(() -> ActivityHeartbeat.during(
                new RowProgress(0, rows, "rows"), progress -> reproduction.trainAgain(attempt, progress)));
    }
}
