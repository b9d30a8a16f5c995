package io.loanflow.localstack.stack;

/** How a part of a stack is. */
public enum Condition {
    /** It answers. */
    UP,
    /** It runs, but does not answer yet. */
    STARTING,
    /** It ended without being stopped. */
    ENDED,
    /** It was not started, or it was stopped. */
    STOPPED,
    /** It was there before, and is neither started nor stopped. */
    EXTERNAL
}
