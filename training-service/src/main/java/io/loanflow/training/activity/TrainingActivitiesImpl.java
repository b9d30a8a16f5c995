package io.loanflow.training.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.pipeline.FailureTypes;
import io.loanflow.contracts.pipeline.PromotionRequest;
import io.loanflow.contracts.pipeline.PromotionResult;
import io.loanflow.contracts.pipeline.TaskQueues;
import io.loanflow.contracts.pipeline.TrainingActivities;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.contracts.pipeline.TrainingResult;
import io.loanflow.featurebatches.FeatureBatchesLostException;
import io.loanflow.training.forest.SettingsInvalidException;
import io.loanflow.training.promotion.Promotion;
import io.loanflow.training.run.ModelTraining;
import io.loanflow.training.run.TrainingImpossibleException;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Trains and promotes for a pipeline. */
@Component
@ActivityImpl(taskQueues = TaskQueues.TRAINING)
public class TrainingActivitiesImpl implements TrainingActivities {

    private final ModelTraining training;
    private final Promotion promotion;

    public TrainingActivitiesImpl(ModelTraining training, Promotion promotion) {
        this.training = training;
        this.promotion = promotion;
    }

    /** A heartbeat throws once the activity is cancelled or timed out. */
    @Override
    public TrainingResult train(TrainingRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        return typed(() -> training.train(request, context::heartbeat));
    }

    @Override
    public PromotionResult promote(PromotionRequest request) {
        return typed(() -> promotion.promote(request));
    }

    private static <R> R typed(Supplier<R> work) {
        try {
            return work.get();
        } catch (FeatureBatchesLostException e) {
            throw failure(e, FailureTypes.FEATURE_BATCHES_LOST);
        } catch (TrainingImpossibleException e) {
            throw failure(e, FailureTypes.TRAINING_IMPOSSIBLE);
        } catch (SettingsInvalidException e) {
            throw failure(e, FailureTypes.SETTINGS_INVALID);
        } catch (DatasetDefinitionException e) {
            throw failure(e, FailureTypes.DATASET_INVALID);
        }
    }

    private static ApplicationFailure failure(RuntimeException cause, String type) {
        return ApplicationFailure.newNonRetryableFailureWithCause(String.valueOf(cause.getMessage()), type, cause);
    }
}
