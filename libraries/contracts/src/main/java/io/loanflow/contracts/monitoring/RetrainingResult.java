package io.loanflow.contracts.monitoring;

import io.loanflow.contracts.release.Verdict;

/**
 * @param decisions with a known outcome that the model could learn from
 * @param pipeline workflow id of the run
 * @param version that was trained
 * @param conclusion a sentence for people
 */
public record RetrainingResult(long decisions, String pipeline, int version, Verdict verdict, String conclusion) {}
