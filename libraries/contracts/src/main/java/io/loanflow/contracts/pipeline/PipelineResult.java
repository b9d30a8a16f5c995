package io.loanflow.contracts.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * @param serving null where there is no champion to serve
 * @param tuning null where it was not asked for
 */
public record PipelineResult(
        IngestionResult ingestion,
        PreprocessingResult preprocessing,
        TrainingResult training,
        PromotionResult promotion,
        @Nullable ServingResult serving,
        @Nullable TuningResult tuning) {}
