package io.loanflow.contracts.release;

import org.jspecify.annotations.Nullable;

/**
 * Starts a release. {@code {"dataset": "loan", "version": 7}} is enough.
 *
 * @param version of the data set's model; null for the newest
 * @param candidate given by a pipeline that has it and keeps other runs of the data set waiting; null to look it up
 * @param startedBy person who wants it; null where none is known
 */
public record ReleaseRequest(
        String dataset,
        @Nullable Integer version,
        @Nullable ReleaseCandidate candidate,
        @Nullable String startedBy) {}
