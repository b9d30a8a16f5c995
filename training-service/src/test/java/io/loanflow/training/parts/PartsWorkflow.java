package io.loanflow.training.parts;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.training.ModelPart;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.contracts.training.TrainingActivities;
import io.loanflow.contracts.training.TrainingPlan;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has a forest grown in parts of equal size, as the pipeline does. */
@WorkflowInterface
public interface PartsWorkflow {

    @WorkflowMethod
    TrainingResult run(TrainingRequest request, int parts);

    /** A worker that says nothing for 20 seconds is taken for dead. */
    class Fanned implements PartsWorkflow {

        private final TrainingActivities training = Workflow.newActivityStub(
                TrainingActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(TaskQueues.TRAINING)
                        .setStartToCloseTimeout(Duration.ofMinutes(10))
                        .setHeartbeatTimeout(Duration.ofSeconds(20))
                        .build());

        @Override
        public TrainingResult run(TrainingRequest request, int count) {
            TrainingPlan plan = training.planTraining(request);
            int trees = plan.trees() / count;
            List<Promise<ModelPart>> parts = new ArrayList<>();
            for (int part = 0; part < count; part++) {
                PartRequest asked =
                        new PartRequest(request.with(plan.settings(), null), plan.mlflowRunId(), part * trees, trees);
                parts.add(Async.function(training::growPart, asked));
            }
            return training.train(request.with(
                    plan.settings(), parts.stream().map(Promise::get).toList()));
        }
    }
}
