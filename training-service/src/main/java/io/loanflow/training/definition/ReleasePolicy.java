package io.loanflow.training.definition;

/** Whose word brings a version into service that passed the gate. */
enum ReleasePolicy {
    /** The gate's. */
    AUTOMATIC,
    /** A person's. */
    APPROVED
}
