package io.loanflow.serving.activity;

import io.loanflow.contracts.failure.FailureMapping;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.TrackingException;
import io.loanflow.tracking.TrackingRefusedException;
import java.util.Map;

/** What serving's exceptions mean to Temporal. */
final class Failures {

    static final FailureMapping KNOWN = FailureMapping.of(Map.of(
            TrackingRefusedException.class, FailureTypes.TRACKING_REFUSED,
            NotInTrackingException.class, FailureTypes.TRACKING_REFUSED,
            ModelUnusableException.class, FailureTypes.MODEL_UNUSABLE,
            TrackingException.class, FailureTypes.OUTAGE));

    private Failures() {}
}
