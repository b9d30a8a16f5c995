package io.loanflow.training.evaluation;

/**
 * One model's ROC AUC less another's on the same rows.
 *
 * @param observed on the rows themselves
 * @param lower end of its confidence interval
 * @param upper end of its confidence interval
 * @param confidence of the interval, from 0 to 1
 */
public record AucDifference(double observed, double lower, double upper, double confidence) {}
