package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.IngestionRequest;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingSettings;
import io.temporal.failure.ApplicationFailure;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request that was checked, with its defaults filled in. */
record PipelinePlan(
        String dataset,
        @Nullable String file,
        @Nullable Long load,
        boolean synthetic,
        PreprocessingSettings preprocessing,
        TrainingSettings training,
        int partitions,
        boolean tune,
        @Nullable String startedBy) {

    /** As many activities as there are trees at most. */
    private static final int MOST_PARTITIONS = 1000;

    /** @throws ApplicationFailure of type {@link FailureTypes#SETTINGS_INVALID} */
    static PipelinePlan of(@Nullable PipelineRequest request) {
        String dataset = RequestedDataset.required(
                request == null ? null : request.dataset(), "pipeline", "{\"dataset\": \"loan\"}");
        Objects.requireNonNull(request);
        requireOneSource(request);
        return new PipelinePlan(
                dataset,
                request.file(),
                request.load(),
                Boolean.TRUE.equals(request.synthetic()),
                checked(request.preprocessing() == null ? PreprocessingSettings.DEFAULTS : request.preprocessing()),
                checked(request.training() == null ? TrainingSettings.DEFAULTS : request.training()),
                partitions(request.trainingPartitions()),
                Boolean.TRUE.equals(request.tune()),
                request.startedBy());
    }

    /** Asks for the rows to learn from. */
    IngestionRequest ingestion(PipelineRun run) {
        return new IngestionRequest(dataset, file, load, synthetic ? true : null, run);
    }

    private static void requireOneSource(PipelineRequest request) {
        long named = Stream.of(request.file(), request.load(), Boolean.TRUE.equals(request.synthetic()) ? true : null)
                .filter(Objects::nonNull)
                .count();
        if (named > 1) {
            throw invalid("A run learns from a file, from a load or from generated rows: give one of file, load and"
                    + " synthetic.");
        }
    }

    private static PreprocessingSettings checked(PreprocessingSettings settings) {
        if (!(settings.testShare() > 0 && settings.testShare() < 1)) {
            throw invalid("preprocessing.testShare must be above 0 and below 1, is " + settings.testShare()
                    + ". Leave preprocessing out for the default of " + PreprocessingSettings.DEFAULTS.testShare()
                    + ".");
        }
        return settings;
    }

    private static TrainingSettings checked(TrainingSettings settings) {
        String trees = settings.value(TrainingSettings.TREES);
        if (trees != null && trees.matches("0|-\\d+")) {
            throw invalid("training.parameters.trees must be at least 1, is " + trees
                    + ". Leave it out for the data set's own.");
        }
        return settings;
    }

    private static int partitions(@Nullable Integer given) {
        if (given != null && (given < 1 || given > MOST_PARTITIONS)) {
            throw invalid("trainingPartitions must be from 1 to " + MOST_PARTITIONS + ", is " + given
                    + ". Leave it out to grow the forest in one piece.");
        }
        return given == null ? 1 : given;
    }

    private static ApplicationFailure invalid(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, FailureTypes.SETTINGS_INVALID);
    }
}
