package io.loanflow.ingestion.filter;

/** What a test says of a row. */
enum Answer {
    TRUE,
    FALSE,
    /** A value is missing. */
    UNKNOWN,
    /** A value is none of its column's, so that nobody can say what was meant. */
    UNREADABLE;

    static Answer of(boolean holds) {
        return holds ? TRUE : FALSE;
    }
}
