package io.loanflow.training.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.failure.FailureMapping;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.featurebatches.FeatureBatchesLostException;
import io.loanflow.model.family.SettingsInvalidException;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.row.RowsUnfitException;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.TrackingException;
import io.loanflow.tracking.TrackingRefusedException;
import io.loanflow.training.promotion.VersionUnavailableException;
import io.loanflow.training.rows.TrainingImpossibleException;
import java.util.Map;
import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisException;

/** What training's exceptions mean to Temporal. */
final class Failures {

    static final FailureMapping KNOWN = FailureMapping.of(Map.ofEntries(
            Map.entry(FeatureBatchesLostException.class, FailureTypes.FEATURE_BATCHES_LOST),
            Map.entry(TrainingImpossibleException.class, FailureTypes.TRAINING_IMPOSSIBLE),
            Map.entry(SettingsInvalidException.class, FailureTypes.SETTINGS_INVALID),
            Map.entry(VersionUnavailableException.class, FailureTypes.SETTINGS_INVALID),
            Map.entry(DatasetDefinitionException.class, FailureTypes.DATASET_INVALID),
            Map.entry(TrackingRefusedException.class, FailureTypes.TRACKING_REFUSED),
            Map.entry(NotInTrackingException.class, FailureTypes.TRACKING_REFUSED),
            Map.entry(ModelUnusableException.class, FailureTypes.MODEL_UNUSABLE),
            Map.entry(RowsUnfitException.class, FailureTypes.MODEL_UNUSABLE),
            Map.entry(TrackingException.class, FailureTypes.OUTAGE),
            Map.entry(JedisException.class, FailureTypes.OUTAGE)));

    private Failures() {}

    static <R> R typed(Supplier<R> work) {
        return KNOWN.during(work);
    }
}
