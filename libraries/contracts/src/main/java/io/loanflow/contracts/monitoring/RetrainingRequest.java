package io.loanflow.contracts.monitoring;

/** @param followUp id of the follow-up that asks for it */
public record RetrainingRequest(String dataset, long followUp) {}
