package io.loanflow.contracts.failure;

/** What a failure asks of whoever waits for the work. */
public enum FailureKind {
    /** Of the data or the settings: trying again changes nothing; its message says the remedy. */
    FACT,
    /** Somebody else is at work: wait. */
    BUSY,
    /** A store, a server or the network: tried again with growing pauses, up to a day. */
    OUTAGE,
    /** A mistake of ours: tried {@link FailureMapping#BUG_ATTEMPTS} times, outages not counted, then it fails with its message. */
    BUG
}
