package io.loanflow.training.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.failure.FailureMapping;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.featurebatches.FeatureBatchesLostException;
import io.loanflow.model.family.SettingsInvalidException;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.TrackingException;
import io.loanflow.tracking.TrackingRefusedException;
import io.loanflow.training.rows.TooManyRowsException;
import io.loanflow.training.run.TrainingImpossibleException;
import java.util.Map;
import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisException;

/** What training's exceptions mean to Temporal. */
final class Failures {

    private static final FailureMapping KNOWN = FailureMapping.of(Map.of(
            FeatureBatchesLostException.class, FailureTypes.FEATURE_BATCHES_LOST,
            TrainingImpossibleException.class, FailureTypes.TRAINING_IMPOSSIBLE,
            TooManyRowsException.class, FailureTypes.TRAINING_IMPOSSIBLE,
            SettingsInvalidException.class, FailureTypes.SETTINGS_INVALID,
            DatasetDefinitionException.class, FailureTypes.DATASET_INVALID,
            TrackingRefusedException.class, FailureTypes.TRACKING_REFUSED,
            NotInTrackingException.class, FailureTypes.TRACKING_REFUSED,
            ModelUnusableException.class, FailureTypes.MODEL_UNUSABLE,
            TrackingException.class, FailureTypes.OUTAGE,
            JedisException.class, FailureTypes.OUTAGE));

    private Failures() {}

    static <R> R typed(Supplier<R> work) {
        return KNOWN.during(work);
    }
}
