package io.loanflow.contracts.release;

/**
 * What a version must be like that answers a share of what clients ask before it comes into service, as {@code release.canary} of its
 * data set's {@code training.yaml} says.
 *
 * @param share of requests that it answers
 * @param decisions of it that are looked at
 * @param withinMinutes after which it does not come into service where it made fewer
 * @param maxScorePsi population stability index between its probabilities and the champion's
 * @param maxErrorRate share of rows that may remain without an answer
 * @param maxP99Milliseconds that reading and scoring one record may take, 99th percentile
 */
public record CanaryPolicy(
        double share,
        int decisions,
        int withinMinutes,
        double maxScorePsi,
        double maxErrorRate,
        double maxP99Milliseconds) {}
