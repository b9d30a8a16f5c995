package io.loanflow.contracts.pipeline;

import org.jspecify.annotations.Nullable;

/** @param serving null where there is no champion to serve */
public record PipelineResult(
        IngestionResult ingestion,
        PreprocessingResult preprocessing,
        TrainingResult training,
        PromotionResult promotion,
        @Nullable ServingResult serving) {}
