package io.loanflow.serving.champion;

/**
 * A registered version that could not be served.
 *
 * @param reason what is wrong with it, in one sentence
 */
public record Refusal(int version, String runId, String reason) {}
