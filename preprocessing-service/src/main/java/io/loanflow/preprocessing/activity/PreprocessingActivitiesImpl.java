package io.loanflow.preprocessing.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.preprocessing.PreprocessingActivities;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.preprocessing.batch.BatchPreparation;
import io.loanflow.preprocessing.batch.SettingsInvalidException;
import io.loanflow.preprocessing.fit.UnfittableColumnException;
import io.loanflow.preprocessing.load.LoadUnavailableException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Prepares batches for a pipeline. */
@Component
@ActivityImpl(taskQueues = TaskQueues.PREPROCESSING)
public class PreprocessingActivitiesImpl implements PreprocessingActivities {

    private final BatchPreparation preparation;

    public PreprocessingActivitiesImpl(BatchPreparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public PreprocessingResult preprocess(PreprocessingRequest request) {
        long total = request.load().rows();
        try {
            return ActivityHeartbeat.during(
                    new RowProgress(0, total, "rows"),
                    progress -> preparation.prepare(
                            request, done -> progress.accept(new RowProgress(done, total, "rows"))));
        } catch (DatasetDefinitionException e) {
            throw forGood(e, FailureTypes.DATASET_INVALID);
        } catch (LoadUnavailableException e) {
            throw forGood(e, FailureTypes.LOAD_UNAVAILABLE);
        } catch (SettingsInvalidException | UnfittableColumnException e) {
            throw forGood(e, FailureTypes.SETTINGS_INVALID);
        }
    }

    private static ApplicationFailure forGood(RuntimeException fact, String type) {
        return ApplicationFailure.newNonRetryableFailureWithCause(fact.getMessage(), type, fact);
    }
}
