package io.loanflow.training.activity;

import static io.loanflow.training.activity.FactFailures.typed;

import io.loanflow.contracts.pipeline.ForestPart;
import io.loanflow.contracts.pipeline.PartRequest;
import io.loanflow.contracts.pipeline.PromotionRequest;
import io.loanflow.contracts.pipeline.PromotionResult;
import io.loanflow.contracts.pipeline.TaskQueues;
import io.loanflow.contracts.pipeline.TrainingActivities;
import io.loanflow.contracts.pipeline.TrainingPlan;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.contracts.pipeline.TrainingResult;
import io.loanflow.training.promotion.Promotion;
import io.loanflow.training.run.ModelTraining;
import io.loanflow.training.run.PartTraining;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Trains and promotes for a pipeline. */
@Component
@ActivityImpl(taskQueues = TaskQueues.TRAINING)
public class TrainingActivitiesImpl implements TrainingActivities {

    private final ModelTraining training;
    private final PartTraining parts;
    private final Promotion promotion;

    public TrainingActivitiesImpl(ModelTraining training, PartTraining parts, Promotion promotion) {
        this.training = training;
        this.parts = parts;
        this.promotion = promotion;
    }

    @Override
    public TrainingPlan planTraining(TrainingRequest request) {
        return typed(() -> parts.plan(request));
    }

    @Override
    public ForestPart growPart(PartRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        return typed(() -> parts.grow(request, context::heartbeat));
    }

    /** A heartbeat throws once the activity is cancelled or timed out. */
    @Override
    public TrainingResult train(TrainingRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        return typed(() -> training.train(request, context::heartbeat));
    }

    @Override
    public PromotionResult promote(PromotionRequest request) {
        SteadyHeartbeat heartbeat = SteadyHeartbeat.start(Activity.getExecutionContext());
        try (heartbeat) {
            return typed(() -> promotion.promote(request));
        }
    }
}
