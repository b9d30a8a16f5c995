package io.loanflow.contracts.release;

/** What came of a version's first decisions. */
public enum FirstWindowVerdict {
    /** They are within the limits. */
    WELL,
    /** There were too few to say anything; the version stays. */
    TOO_FEW,
    /** They are not within the limits: the version was rolled back. */
    ROLLED_BACK,
    /** They are not within the limits, and the version could not be rolled back; it stays. */
    NO_WAY_BACK,
    /** Another version is in service. */
    OVERTAKEN
}
