package io.loanflow.contracts.pipeline;

/** The stages of a pipeline, in order. */
public enum Stage {
    INGEST,
    PREPROCESS,
    TRAIN,
    PROMOTE,
    SERVE
}
