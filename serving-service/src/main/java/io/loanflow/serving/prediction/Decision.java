package io.loanflow.serving.prediction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a probability comes to: the definition's positive label means approved. */
public enum Decision {
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED
}
