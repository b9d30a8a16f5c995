package io.loanflow.contracts.ingestion;

/** Where a load's rows come from. */
public enum DataOrigin {
    /** A file that somebody named or put in place. */
    FILE,
    /** The published data set, downloaded and checked against its digest. */
    DOWNLOAD,
    /** Decisions whose outcome became known: records as they came, with what really happened as their target. */
    OUTCOMES,
    /** Rows made by the seeded generator; whatever is made from them says so. */
    SYNTHETIC
}
