package io.loanflow.contracts.failure;

import java.util.Map;

/** The types of our {@code ApplicationFailure}s and the kind of each: stable, so that callers may rely on them. */
public final class FailureTypes {

    /** No such data set, or its definition is wrong. */
    public static final String DATASET_INVALID = "DatasetInvalid";
    /** The file cannot be found, or lies outside the directories that may be read. */
    public static final String FILE_UNAVAILABLE = "FileUnavailable";
    /** The file is not the table its definition describes, or too many of its rows are wrong. */
    public static final String DATA_REJECTED = "DataRejected";
    /** The load named is unknown or not complete. */
    public static final String LOAD_UNAVAILABLE = "LoadUnavailable";
    /** Batches are gone from the cache or damaged; preparing them again mends it. */
    public static final String FEATURE_BATCHES_LOST = "FeatureBatchesLost";
    /** The cache has too little memory for the load's batches. */
    public static final String CACHE_TOO_SMALL = "CacheTooSmall";
    /** The data cannot be trained on, such as a part with one class only, or more rows than memory can hold. */
    public static final String TRAINING_IMPOSSIBLE = "TrainingImpossible";
    /** The settings of the run contradict each other or are out of range. */
    public static final String SETTINGS_INVALID = "SettingsInvalid";
    /** MLflow answers, but refuses what it is asked, or what it keeps of a run is not whole. */
    public static final String TRACKING_REFUSED = "TrackingRefused";
    /** Serving cannot load the model or the model failed its self-test. */
    public static final String MODEL_UNUSABLE = "ModelUnusable";

    /** This serving serves other models. */
    public static final String MODEL_NOT_SERVED = "ModelNotServed";

    /** Another run of the same data set did not end in time. */
    public static final String DATASET_BUSY = "DatasetBusy";

    /** A store or a server could not be reached or did not do its work. */
    public static final String OUTAGE = "Outage";

    /** What nobody has foreseen. */
    public static final String BUG = "Bug";

    private static final Map<String, FailureKind> KINDS = Map.ofEntries(
            Map.entry(DATASET_INVALID, FailureKind.FACT),
            Map.entry(FILE_UNAVAILABLE, FailureKind.FACT),
            Map.entry(DATA_REJECTED, FailureKind.FACT),
            Map.entry(LOAD_UNAVAILABLE, FailureKind.FACT),
            Map.entry(FEATURE_BATCHES_LOST, FailureKind.FACT),
            Map.entry(CACHE_TOO_SMALL, FailureKind.FACT),
            Map.entry(TRAINING_IMPOSSIBLE, FailureKind.FACT),
            Map.entry(SETTINGS_INVALID, FailureKind.FACT),
            Map.entry(TRACKING_REFUSED, FailureKind.FACT),
            Map.entry(MODEL_UNUSABLE, FailureKind.FACT),
            Map.entry(MODEL_NOT_SERVED, FailureKind.FACT),
            Map.entry(DATASET_BUSY, FailureKind.BUSY),
            Map.entry(OUTAGE, FailureKind.OUTAGE),
            Map.entry(BUG, FailureKind.BUG));

    private FailureTypes() {}

    /** The kind of a type; one that is not ours is a bug. */
    public static FailureKind kindOf(String type) {
        return KINDS.getOrDefault(type, FailureKind.BUG);
    }

    /** All types of a kind. */
    public static String[] of(FailureKind kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(String[]::new);
    }
}
