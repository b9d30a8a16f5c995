package io.loanflow.localstack.stack;

/** How a component is. */
public enum Condition {
    /** It answers. */
    UP,
    /** Its process runs, but does not answer yet. */
    STARTING,
    /** It ended without being stopped. */
    ENDED,
    /** It was not started, or it was stopped. */
    STOPPED
}
