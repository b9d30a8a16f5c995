package io.loanflow.monitoring.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.failure.FailureMapping;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.TrackingException;
import io.loanflow.tracking.TrackingRefusedException;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;

/** What monitoring's exceptions mean to Temporal. */
final class Failures {

    static final FailureMapping KNOWN = FailureMapping.of(Map.of(
            DatasetDefinitionException.class, FailureTypes.DATASET_INVALID,
            ModelUnusableException.class, FailureTypes.MODEL_UNUSABLE,
            TrackingRefusedException.class, FailureTypes.TRACKING_REFUSED,
            NotInTrackingException.class, FailureTypes.TRACKING_REFUSED,
            TrackingException.class, FailureTypes.OUTAGE,
            DataAccessException.class, FailureTypes.OUTAGE,
            NonTransientDataAccessException.class, FailureTypes.BUG));

    private Failures() {}
}
