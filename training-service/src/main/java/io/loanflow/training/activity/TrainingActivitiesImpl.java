package io.loanflow.training.activity;

import static io.loanflow.training.activity.Failures.typed;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.training.ModelPart;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.contracts.training.TrainingActivities;
import io.loanflow.contracts.training.TrainingPlan;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.training.run.ModelTraining;
import io.loanflow.training.run.PartTraining;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Trains for a pipeline. */
@Component
@ActivityImpl(taskQueues = TaskQueues.TRAINING)
public class TrainingActivitiesImpl implements TrainingActivities {

    private final ModelTraining training;
    private final PartTraining parts;

    public TrainingActivitiesImpl(ModelTraining training, PartTraining parts) {
        this.training = training;
        this.parts = parts;
    }

    @Override
    public TrainingPlan planTraining(TrainingRequest request) {
        return typed(() -> parts.plan(request));
    }

    @Override
    public ModelPart growPart(PartRequest request) {
        long rows = request.training().batches().trainRows();
        return typed(() ->
                ActivityHeartbeat.during(new RowProgress(0, rows, "rows"), progress -> parts.grow(request, progress)));
    }

    @Override
    public TrainingResult train(TrainingRequest request) {
        long rows = request.batches().trainRows() + request.batches().testRows();
        return typed(() -> ActivityHeartbeat.during(
                new RowProgress(0, rows, "rows"), progress -> training.train(request, progress)));
    }
}
