package io.loanflow.training.card;

import org.jspecify.annotations.Nullable;

/**
 * How well the features that the model sees tell a protected group from the others.
 *
 * @param column protected one
 * @param group of its groups
 * @param rows of the group among the test rows
 * @param auc ROC AUC of a small model that predicts the group from the features, on the test rows: at 0.5 they say nothing of it, at 1
 *     everything; null where there are too few rows to say
 */
public record ProxyTest(
        String column, String group, long rows, @Nullable Interval auc) {}
