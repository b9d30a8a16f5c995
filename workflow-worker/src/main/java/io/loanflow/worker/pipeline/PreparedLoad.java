package io.loanflow.worker.pipeline;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The batches of a load, prepared again when the cache has lost them. */
final class PreparedLoad {

    /** After so many losses in one run the cache is too small or its time to live too short: a person must look. */
    static final int MAXIMUM_REBUILDS = 3;

    private final PreprocessingRequest request;
    private final Function<Supplier<PreprocessingResult>, PreprocessingResult> shown;
    private PreprocessingResult result;
    private int rebuilds;

    /**
     * Prepares the batches.
     *
     * @param shown puts the work where people see how it goes
     */
    PreparedLoad(PreprocessingRequest request, Function<Supplier<PreprocessingResult>, PreprocessingResult> shown) {
        this(request, null, shown);
    }

    /** @param known batches that were prepared before; null to prepare them */
    PreparedLoad(
            PreprocessingRequest request,
            @Nullable PreprocessingResult known,
            Function<Supplier<PreprocessingResult>, PreprocessingResult> shown) {
        this.request = request;
        this.shown = shown;
        this.result = known == null ? prepare(false) : known;
    }

    PreprocessingRequest request() {
        return request;
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
                result = prepare(true);
            }
        }
    }

    private PreprocessingResult prepare(boolean again) {
        return shown.apply(() -> PipelineActivities.preprocess(request, again));
    }

    private static boolean areLost(ActivityFailure failure) {
        return failure.getCause() instanceof ApplicationFailure cause
                && FailureTypes.FEATURE_BATCHES_LOST.equals(cause.getType());
    }
}
