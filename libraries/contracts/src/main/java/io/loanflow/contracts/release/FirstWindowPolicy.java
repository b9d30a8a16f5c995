package io.loanflow.contracts.release;

/**
 * What the first decisions of a released version must be like, as {@code release.first-window} of its data set's {@code training.yaml}
 * says; where they are not, the version is rolled back.
 *
 * @param decisions that are looked at
 * @param withinMinutes after which it is looked at as many as there are
 * @param maxErrorRate share of rows that may remain without an answer
 * @param maxP99Milliseconds that reading and scoring one record may take, 99th percentile
 * @param scoreDrift whether the score may not drift beyond chance from what the model's folder says of it
 */
public record FirstWindowPolicy(
        int decisions, int withinMinutes, double maxErrorRate, double maxP99Milliseconds, boolean scoreDrift) {}
