package io.loanflow.contracts.release;

import io.loanflow.contracts.serving.ServingResult;
import org.jspecify.annotations.Nullable;

/**
 * @param promotion what became of the version, and which one is in service now
 * @param serving null where there is no champion to serve
 * @param replicas of serving that answer with the champion
 */
public record ReleaseResult(
        PromotionResult promotion, @Nullable ServingResult serving, int replicas) {}
