package io.loanflow.contracts.failure;

/**
 * Types of the {@code ApplicationFailure}s that are facts about the data or the request: never retried, and stable, so
 * that callers may rely on them.
 */
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
    /** The data cannot be trained on, such as a part with one class only. */
    public static final String TRAINING_IMPOSSIBLE = "TrainingImpossible";
    /** The settings of the run contradict each other or are out of range. */
    public static final String SETTINGS_INVALID = "SettingsInvalid";
    /** Serving cannot load the model or the model failed its self-test. */
    public static final String MODEL_UNUSABLE = "ModelUnusable";

    /** Another run of the same data set did not end in time. */
    public static final String DATASET_BUSY = "DatasetBusy";

    private FailureTypes() {}
}
