package io.loanflow.training.activity;

import static io.loanflow.training.activity.FactFailures.typed;

import io.loanflow.contracts.pipeline.ActivityHeartbeat;
import io.loanflow.contracts.pipeline.ForestPart;
import io.loanflow.contracts.pipeline.PartRequest;
import io.loanflow.contracts.pipeline.PromotionRequest;
import io.loanflow.contracts.pipeline.PromotionResult;
import io.loanflow.contracts.pipeline.RowProgress;
import io.loanflow.contracts.pipeline.TaskQueues;
import io.loanflow.contracts.pipeline.TrainingActivities;
import io.loanflow.contracts.pipeline.TrainingPlan;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.contracts.pipeline.TrainingResult;
import io.loanflow.training.promotion.Promotion;
import io.loanflow.training.run.ModelTraining;
import io.loanflow.training.run.PartTraining;
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
        return typed(
                () -> ActivityHeartbeat.during(RowProgress.NOTHING_YET, progress -> parts.grow(request, progress)));
    }

    @Override
    public TrainingResult train(TrainingRequest request) {
        return typed(
                () -> ActivityHeartbeat.during(RowProgress.NOTHING_YET, progress -> training.train(request, progress)));
    }

    @Override
    public PromotionResult promote(PromotionRequest request) {
        return typed(() -> ActivityHeartbeat.during(RowProgress.NOTHING_YET, progress -> promotion.promote(request)));
    }
}
