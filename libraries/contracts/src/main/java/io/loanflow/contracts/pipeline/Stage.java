package io.loanflow.contracts.pipeline;

/** The stages of a pipeline, in order. */
public enum Stage {
    INGEST,
    PREPROCESS,
    /** Only where it is asked for. */
    TUNE,
    TRAIN,
    PROMOTE,
    SERVE
}
