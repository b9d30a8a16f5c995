package io.loanflow.contracts.release;

import io.loanflow.contracts.serving.ServingResult;
import org.jspecify.annotations.Nullable;

/**
 * @param promotion what became of the version, and which one is in service now
 * @param serving null where there is no champion to serve, or no serving serves the data set's model
 * @param replicas of serving that answer with the champion
 * @param note what else there is to know, as a sentence; null if nothing
 */
public record ReleaseResult(
        PromotionResult promotion,
        @Nullable ServingResult serving,
        int replicas,
        @Nullable String note) {}
