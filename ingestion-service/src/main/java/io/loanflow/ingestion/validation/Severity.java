package io.loanflow.ingestion.validation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What follows if an expectation is not met. */
public enum Severity {
    /** A row that breaks it is set aside; a table that breaks it is refused. */
    @JsonProperty("critical")
    CRITICAL,
    /** The load goes on, and the result says so: somebody should look. */
    @JsonProperty("warning")
    WARNING,
    /** Counted for whoever wants to know. */
    @JsonProperty("info")
    INFO
}
