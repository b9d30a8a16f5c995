package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureKind;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.IngestionActivities;
import io.loanflow.contracts.ingestion.IngestionRequest;
import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.ingestion.OutcomesRequest;
import io.loanflow.contracts.ingestion.OutcomesResult;
import io.loanflow.contracts.ingestion.ValidationPublication;
import io.loanflow.contracts.preprocessing.PreprocessingActivities;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.ReleaseActivities;
import io.loanflow.contracts.serving.ChampionRequest;
import io.loanflow.contracts.serving.ServingActivities;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.training.ModelPart;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.contracts.training.TrainingActivities;
import io.loanflow.contracts.training.TrainingPlan;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.CandidateRequest;
import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningActivities;
import io.loanflow.contracts.tuning.TuningOrder;
import io.loanflow.contracts.tuning.TuningOutcome;
import io.loanflow.contracts.tuning.TuningPlan;
import io.loanflow.contracts.tuning.TuningResult;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * The services' activities with their time-outs. An attempt that stops heartbeating, or takes too long, is tried again for a
 * day, as is one that a store or a server made fail; a service that is down is waited for just as long. Facts about the data
 * end it at once.
 */
public final class PipelineActivities {

    /** Schedule to close: longer than any outage that is mended overnight. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private static final RetryOptions RETRIES = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofSeconds(30))
            .setDoNotRetry(FailureTypes.of(FailureKind.FACT))
            .build();

    private PipelineActivities() {}

    static IngestionResult ingest(IngestionRequest request) {
        return Workflow.newActivityStub(
                        IngestionActivities.class,
                        heartbeating(TaskQueues.INGESTION, Duration.ofHours(6))
                                .setSummary("Load " + request.dataset())
                                .build())
                .ingest(request);
    }

    public static OutcomesResult ingestOutcomes(OutcomesRequest request) {
        return Workflow.newActivityStub(
                        IngestionActivities.class,
                        heartbeating(TaskQueues.INGESTION, Duration.ofHours(6))
                                .setSummary("Load the decisions of " + request.dataset() + " whose outcome is known")
                                .build())
                .ingestOutcomes(request);
    }

    static PreprocessingResult preprocess(PreprocessingRequest request, boolean again) {
        String summary = "Prepare the rows of load " + request.load().loadId();
        return Workflow.newActivityStub(
                        PreprocessingActivities.class,
                        heartbeating(TaskQueues.PREPROCESSING, Duration.ofHours(2))
                                .setSummary(again ? summary + " again: batches were lost" : summary)
                                .build())
                .preprocess(request);
    }

    static TrainingPlan planTraining(TrainingRequest request) {
        return Workflow.newActivityStub(
                        TrainingActivities.class,
                        brief(TaskQueues.TRAINING, Duration.ofMinutes(2))
                                .setSummary("Settle how many trees there will be")
                                .build())
                .planTraining(request);
    }

    static Promise<ModelPart> growPart(PartRequest request) {
        TrainingActivities training = Workflow.newActivityStub(
                TrainingActivities.class,
                heartbeating(TaskQueues.TRAINING, Duration.ofHours(6))
                        .setSummary("Grow trees " + request.firstTree() + " to "
                                + (request.firstTree() + request.trees() - 1))
                        .build());
        return Async.function(training::growPart, request);
    }

    static TrainingResult train(TrainingRequest request) {
        String forest = request.parts() == null
                ? "a forest"
                : "a forest grown in " + request.parts().size() + " parts";
        return Workflow.newActivityStub(
                        TrainingActivities.class,
                        heartbeating(TaskQueues.TRAINING, Duration.ofHours(6))
                                .setSummary("Train " + forest)
                                .build())
                .train(request);
    }

    static TuningPlan planTuning(TuningOrder order) {
        return Workflow.newActivityStub(
                        TuningActivities.class,
                        brief(TaskQueues.TRAINING, Duration.ofMinutes(2))
                                .setSummary("Draw candidates")
                                .build())
                .planTuning(order);
    }

    static Promise<CandidateScore> measure(CandidateRequest request) {
        TuningActivities tuning = Workflow.newActivityStub(
                TuningActivities.class,
                heartbeating(TaskQueues.TRAINING, Duration.ofHours(6))
                        .setSummary("Measure candidate " + request.candidate() + " with "
                                + request.settings().value(TrainingSettings.TREES) + " trees")
                        .build());
        return Async.function(tuning::measure, request);
    }

    static TuningResult concludeTuning(TuningOutcome outcome) {
        return Workflow.newActivityStub(
                        TuningActivities.class,
                        brief(TaskQueues.TRAINING, Duration.ofMinutes(2))
                                .setSummary("Keep candidate " + outcome.best().candidate() + " with "
                                        + outcome.best().trees() + " trees")
                                .build())
                .conclude(outcome);
    }

    static void publishValidation(ValidationPublication publication) {
        Workflow.newActivityStub(
                        IngestionActivities.class,
                        brief(TaskQueues.INGESTION, Duration.ofMinutes(2))
                                .setSummary("Log the validation of load " + publication.loadId() + " to MLflow")
                                .build())
                .publishValidation(publication);
    }

    static ServingResult awaitChampion(ChampionRequest request) {
        return Workflow.newActivityStub(
                        ServingActivities.class,
                        heartbeating(TaskQueues.SERVING, Duration.ofMinutes(10))
                                .setSummary("Wait until version "
                                        + request.champion().version() + " answers")
                                .build())
                .awaitChampion(request);
    }

    static PromotionResult promote(PromotionRequest request) {
        return Workflow.newActivityStub(
                        ReleaseActivities.class,
                        heartbeating(TaskQueues.TRAINING, Duration.ofMinutes(10))
                                .setSummary("Compare version "
                                        + request.challenger().version() + " with the champion")
                                .build())
                .promote(request);
    }

    public static ActivityOptions.Builder heartbeating(String taskQueue, Duration attempt) {
        return brief(taskQueue, attempt).setHeartbeatTimeout(HEARTBEAT);
    }

    /** For work that does not heartbeat; a killed service is noticed when the attempt's time is over. */
    public static ActivityOptions.Builder brief(String taskQueue, Duration attempt) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(taskQueue)
                .setStartToCloseTimeout(attempt)
                .setScheduleToCloseTimeout(PATIENCE)
                .setRetryOptions(RETRIES)
                // A cancelled run ends, and frees its data set, only when nothing works on it any more.
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED);
    }
}
