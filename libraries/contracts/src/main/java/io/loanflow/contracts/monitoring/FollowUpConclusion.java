package io.loanflow.contracts.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * What came of a follow-up.
 *
 * @param id of the follow-up
 * @param pipeline workflow id of the run that learnt anew; null to leave it as it is
 * @param conclusion a sentence for people; null while it goes on
 */
public record FollowUpConclusion(
        long id, @Nullable String pipeline, @Nullable String conclusion) {}
