package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.ingestion.IngestionRequest;
import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.ingestion.ValidationPublication;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.serving.ChampionRequest;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.Tuning;
import io.loanflow.contracts.tuning.TuningRequest;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.worker.lease.Turn;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.TemporalFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a file to a served model, in a straight line; batches that the cache lost on the way are prepared again. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class PipelineImpl implements Pipeline {

    private final PipelineRun run = new PipelineRun(
            Workflow.getInfo().getWorkflowId(), Workflow.getInfo().getRunId());
    private final StageBoard board;

    /** @param request null where it was started without input */
    @WorkflowInit
    public PipelineImpl(@Nullable PipelineRequest request) {
        board = new StageBoard(
                request == null || request.dataset() == null ? "" : request.dataset(),
                request != null && Boolean.TRUE.equals(request.tune()));
    }

    @Override
    public PipelineResult run(@Nullable PipelineRequest request) {
        try {
            PipelineResult result = runAlone(PipelinePlan.of(request));
            count(result.promotion().verdict().name());
            return result;
        } catch (TemporalFailure failure) {
            count(CancellationScope.current().isCancelRequested() ? "cancelled" : "failed");
            throw failure;
        }
    }

    @Override
    public PipelineProgress progress() {
        // A query changes nothing and is never replayed, so it may read the clock; the workflow's own stands still
        // meanwhile.
        return board.progress(System.currentTimeMillis());
    }

    private PipelineResult runAlone(PipelinePlan plan) {
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(plan.dataset()));
        return Turn.during(plan.dataset(), run, board::waits, turn -> {
            board.beforeEachStage(turn::keep);
            Workflow.registerListener((ReleaseListener) line -> {
                board.says(Stage.PROMOTE, line);
                // What is left of this run needs no turn.
                board.beforeEachStage(() -> {});
                turn.giveWay();
            });
            return runStages(plan);
        });
    }

    private PipelineResult runStages(PipelinePlan plan) {
        IngestionResult ingestion = ingest(plan);
        FoundBy.rows(ingestion.load());
        PreparedLoad prepared = new PreparedLoad(
                new PreprocessingRequest(ingestion.load(), plan.preprocessing(), run),
                work -> board.run(Stage.PREPROCESS, work, StageReport::of));
        TuningResult tuning = plan.tune() ? tune(prepared) : null;
        TrainingSettings settings =
                tuning == null ? plan.training() : plan.training().orElse(tuning.settings());
        TrainingResult training = train(prepared, settings, plan.partitions());
        if (Workflow.getVersion("release", Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION) {
            PromotionResult promotion = promote(prepared, training.model());
            ServingResult serving = serve(promotion.champion());
            return new PipelineResult(ingestion, prepared.result(), training, promotion, serving, tuning);
        }
        ReleaseResult release = release(plan, prepared, training);
        return new PipelineResult(
                ingestion, prepared.result(), training, release.promotion(), release.serving(), tuning);
    }

    private IngestionResult ingest(PipelinePlan plan) {
        IngestionRequest request = plan.ingestion(run);
        return board.run(Stage.INGEST, () -> PipelineActivities.ingest(request), StageReport::of);
    }

    private TuningResult tune(PreparedLoad prepared) {
        Tuning tuning = Workflow.newChildWorkflowStub(
                Tuning.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(Tuning.workflowId(run.workflowId()))
                        .setStaticSummary(
                                "Tune the forest of load " + prepared.load().loadId())
                        .build());
        TuningRequest request = new TuningRequest(prepared.load().dataset(), null, prepared.split(), prepared.load());
        return board.run(Stage.TUNE, () -> tuning.tune(request), StageReport::of);
    }

    private TrainingResult train(PreparedLoad prepared, TrainingSettings settings, int partitions) {
        TrainingResult training =
                board.run(Stage.TRAIN, () -> trainAndPublish(prepared, settings, partitions), StageReport::of);
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.MODEL_VERSION.valueSet(
                Integer.toString(training.model().version())));
        FoundBy.auc(training.metrics().rocAuc());
        return training;
    }

    private TrainingResult trainAndPublish(PreparedLoad prepared, TrainingSettings settings, int partitions) {
        TrainingResult training = prepared.use(batches -> ForestTraining.train(
                new TrainingRequest(prepared.load(), batches, prepared.split(), settings, run, null), partitions));
        PipelineActivities.publishValidation(new ValidationPublication(
                prepared.load().loadId(), training.model().runId()));
        return training;
    }

    private ReleaseResult release(PipelinePlan plan, PreparedLoad prepared, TrainingResult training) {
        ModelVersionRef challenger = training.model();
        Release release = Workflow.newChildWorkflowStub(
                Release.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(Release.workflowId(run.workflowId()))
                        .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                        // Also where the pipeline is terminated: what has moved moves back.
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                        .setStaticSummary("Release version " + challenger.version() + " of " + challenger.name())
                        .build());
        ReleaseRequest request = new ReleaseRequest(
                challenger.name(),
                challenger.version(),
                new ReleaseCandidate(
                        challenger,
                        prepared.request(),
                        prepared.result(),
                        training.metrics().rocAuc()),
                plan.startedBy());
        ReleaseResult result =
                board.run(Stage.PROMOTE, () -> release.release(request), done -> StageReport.of(done.promotion()));
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.VERDICT.valueSet(
                result.promotion().verdict().name()));
        ServingResult serving = result.serving();
        if (serving == null) {
            board.skip(Stage.SERVE, result.note() == null ? "no champion to serve" : result.note());
        } else {
            var unused = board.run(Stage.SERVE, () -> serving, StageReport::of);
        }
        return result;
    }

    /** As runs did that began before there were releases. */
    private PromotionResult promote(PreparedLoad prepared, ModelVersionRef challenger) {
        PromotionResult promotion = board.run(
                Stage.PROMOTE,
                () -> prepared.use(
                        batches -> PipelineActivities.promote(new PromotionRequest(challenger, batches, run))),
                StageReport::of);
        Workflow.upsertTypedSearchAttributes(
                PipelineSearchAttributes.VERDICT.valueSet(promotion.verdict().name()));
        return promotion;
    }

    private @Nullable ServingResult serve(@Nullable ModelVersionRef champion) {
        if (champion == null) {
            board.skip(Stage.SERVE, "no champion to serve");
            return null;
        }
        return board.run(
                Stage.SERVE, () -> PipelineActivities.awaitChampion(new ChampionRequest(champion)), StageReport::of);
    }

    private void count(String outcome) {
        Workflow.getMetricsScope()
                .tagged(Map.of("outcome", outcome.toLowerCase(Locale.ROOT)))
                .counter("loanflow_pipeline_runs")
                .inc(1);
    }
}
