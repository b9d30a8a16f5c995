package io.loanflow.contracts.pipeline;

import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.tuning.TuningResult;
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
