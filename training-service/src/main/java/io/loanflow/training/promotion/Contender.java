package io.loanflow.training.promotion;

/**
 * A version as the gate sees it.
 *
 * @param auc its ROC AUC on the test rows
 */
record Contender(int version, double auc) {}
