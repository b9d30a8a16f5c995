package io.loanflow.training.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.featurebatches.FeatureBatchesLostException;
import io.loanflow.training.forest.SettingsInvalidException;
import io.loanflow.training.run.TrainingImpossibleException;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;

/** Turns facts about the data or the request into failures that Temporal does not retry; anything else passes. */
final class FactFailures {

    private FactFailures() {}

    static <R> R typed(Supplier<R> work) {
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
