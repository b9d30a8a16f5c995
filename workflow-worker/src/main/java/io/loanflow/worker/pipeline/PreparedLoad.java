package io.loanflow.worker.pipeline;

import io.loanflow.contracts.pipeline.DatasetRef;
import io.loanflow.contracts.pipeline.FailureTypes;
import io.loanflow.contracts.pipeline.FeatureBatches;
import io.loanflow.contracts.pipeline.PipelineRun;
import io.loanflow.contracts.pipeline.PreprocessingRequest;
import io.loanflow.contracts.pipeline.PreprocessingResult;
import io.loanflow.contracts.pipeline.PreprocessingSettings;
import io.loanflow.contracts.pipeline.Stage;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Function;

/** The batches of a load, prepared again when the cache has lost them. */
final class PreparedLoad {

    /** After so many losses in one run the cache is too small or its time to live too short: a person must look. */
    static final int MAXIMUM_REBUILDS = 3;

    private final PreprocessingRequest request;
    private final StageBoard board;
    private PreprocessingResult result;
    private int rebuilds;

    /** Prepares the batches. */
    PreparedLoad(DatasetRef load, PreprocessingSettings settings, PipelineRun run, StageBoard board) {
        this.request = new PreprocessingRequest(load, settings, run);
        this.board = board;
        this.result = prepare(request, board, false);
    }

    DatasetRef load() {
        return request.load();
    }

    PreprocessingSettings split() {
        return request.settings();
    }

    PreprocessingResult result() {
        return result;
    }

    /** Works on the batches, from the start again whenever they turn out to be lost. */
    <R> R use(Function<FeatureBatches, R> work) {
        while (true) {
            try {
                return work.apply(result.batches());
            } catch (ActivityFailure failure) {
                if (!areLost(failure) || rebuilds == MAXIMUM_REBUILDS) {
                    throw failure;
                }
                rebuilds++;
                result = prepare(request, board, true);
            }
        }
    }

    private static PreprocessingResult prepare(PreprocessingRequest request, StageBoard board, boolean again) {
        return board.run(Stage.PREPROCESS, () -> PipelineActivities.preprocess(request, again), StageReport::of);
    }

    private static boolean areLost(ActivityFailure failure) {
        return failure.getCause() instanceof ApplicationFailure cause
                && FailureTypes.FEATURE_BATCHES_LOST.equals(cause.getType());
    }
}
