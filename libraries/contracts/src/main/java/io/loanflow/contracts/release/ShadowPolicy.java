package io.loanflow.contracts.release;

/**
 * What a version must be like beside the champion before it comes into service, as {@code release.shadow} of its data set's
 * {@code training.yaml} says: it scores what clients ask, and answers nobody.
 *
 * @param decisions of the champion that it is compared on
 * @param withinMinutes after which it does not come into service where fewer were compared
 * @param minAgreement share of the decisions that both decide alike
 * @param maxScorePsi population stability index between the probabilities of both
 * @param maxErrorRate share of rows that it may fail at
 * @param maxP99Milliseconds that reading and scoring one record may take, 99th percentile
 */
public record ShadowPolicy(
        int decisions,
        int withinMinutes,
        double minAgreement,
        double maxScorePsi,
        double maxErrorRate,
        double maxP99Milliseconds) {}
