package io.loanflow.training.promotion;

import io.loanflow.contracts.release.Verdict;

/**
 * What the gate says.
 *
 * @param reason one sentence with the numbers compared
 */
record Ruling(Verdict verdict, String reason) {}
