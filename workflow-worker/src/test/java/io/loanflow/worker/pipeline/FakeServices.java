package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.IngestionActivities;
import io.loanflow.contracts.ingestion.IngestionRequest;
import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.ingestion.OutcomesRequest;
import io.loanflow.contracts.ingestion.OutcomesResult;
import io.loanflow.contracts.ingestion.ValidationPublication;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.preprocessing.PreprocessingActivities;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ApprovalRecord;
import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.release.ChampionMoved;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.ReleaseActivities;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.CanaryOrder;
import io.loanflow.contracts.serving.ChampionRequest;
import io.loanflow.contracts.serving.Rehearsal;
import io.loanflow.contracts.serving.ServingActivities;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.serving.ShadowOrder;
import io.loanflow.contracts.training.ModelMetrics;
import io.loanflow.contracts.training.ModelPart;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.contracts.training.TrainingActivities;
import io.loanflow.contracts.training.TrainingPlan;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.temporal.activity.Activity;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The four services' activities without their work: each answers at once, unless a test told it to fail or to wait. Keeps a
 * list of all calls.
 */
final class FakeServices {

    static final ModelVersionRef TRAINED = new ModelVersionRef("loan", 3, "mlflow-run", "digest-3");
    static final ModelVersionRef FORMER_CHAMPION = new ModelVersionRef("loan", 2, "mlflow-run-2", "digest-2");

    /** When every move is made. */
    static final Instant MOVED_AT = Instant.parse("2026-05-03T12:00:00.000001Z");

    static final ModelVersionRef EARLIER = new ModelVersionRef("loan", 1, "mlflow-run-1", "digest-1");

    static final DatasetRef LOAD =
            new DatasetRef("loan", 1, "definition-digest", 7, 44_993, "content-digest", DataOrigin.FILE);
    private static final FeatureBatches BATCHES =
            new FeatureBatches("features:loan:7", 5, 2, 36_000, 8_993, "schema", "batch-digest");

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<ModelPart> grownParts = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Runnable>> instructions = new ConcurrentHashMap<>();
    private volatile PromotionResult promotion =
            new PromotionResult(Verdict.PROMOTED, TRAINED, "AUC 0.9740 is above 0.9000 | the first champion");

    private volatile TrainingPlan plan = new TrainingPlan(TrainingSettings.of(10, 42), 10, "mlflow-run", null);
    private volatile @Nullable Approval approval;
    private volatile @Nullable RehearsalRecord rehearsal;
    private volatile @Nullable List<ModelPart> trainedParts;
    private volatile @Nullable TrainingSettings trainedSettings;
    private volatile @Nullable PreprocessingSettings split;
    private final List<ChampionMove> movedBack = new CopyOnWriteArrayList<>();
    private final AtomicReference<ModelVersionRef> champion = new AtomicReference<>(FORMER_CHAMPION);
    private volatile @Nullable Refusal refusal;
    private volatile ModelVersionRef rollbackFrom = FORMER_CHAMPION;

    final IngestionActivities ingestion = new Ingestion();
    final PreprocessingActivities preprocessing = request -> did("preprocess", () -> prepared(request));
    final TrainingActivities training = new Training();
    final FakeTuning tuning = new FakeTuning(this);
    final ServingActivities serving = new Serving();
    private volatile List<String> replicas = PipelineEnvironment.REPLICAS;
    private volatile AnswerFigures figures = AnswerFigures.NONE;
    private volatile CanaryFigures canary = CanaryFigures.NONE;

    /** What each replica says of any version in the champion's place from now on. */
    void answerCanary(CanaryFigures answer) {
        canary = answer;
    }

    private volatile ShadowFigures shadow = ShadowFigures.NONE;

    /** What each replica says of any version in the shadow from now on. */
    void answerShadow(ShadowFigures answer) {
        shadow = answer;
    }

    /** What each replica says of any version from now on. */
    void answerFigures(AnswerFigures answer) {
        figures = answer;
    }

    /** Names of the activities in the order they were called. */
    List<String> calls() {
        return calls.stream().map(call -> call.substring(0, call.indexOf(' '))).toList();
    }

    /** Workflow ids of the runs that called, one for each call; what a run's release does is the run's. */
    List<String> callers() {
        return calls.stream()
                .map(call -> call.substring(call.indexOf(' ') + 1).replaceFirst("-release$", ""))
                .toList();
    }

    /** The next call of an activity does this first; told more than once, the calls take turns. */
    FakeServices onNext(String activity, Runnable instruction) {
        instructions.computeIfAbsent(activity, name -> new ArrayDeque<>()).add(instruction);
        return this;
    }

    FakeServices failNext(String activity, RuntimeException failure) {
        return onNext(activity, () -> {
            throw failure;
        });
    }

    FakeServices answerPromotion(PromotionResult result) {
        promotion = result;
        return this;
    }

    /** The last that was written down; null where none was. */
    @Nullable
    Approval approval() {
        return approval;
    }

    /** The last that was written down; null where none was. */
    @Nullable
    RehearsalRecord rehearsal() {
        return rehearsal;
    }

    /** The version that the next rollbacks leave. */
    void planFrom(ModelVersionRef version) {
        rollbackFrom = version;
    }

    /** Moves of the alias that were taken back. */
    List<ChampionMove> movedBack() {
        return movedBack;
    }

    /** Moves the alias as somebody does by hand. */
    void champion(@Nullable ModelVersionRef version) {
        champion.set(version);
    }

    @Nullable
    ModelVersionRef champion() {
        return champion.get();
    }

    /** Why the last release that was refused after the gate was; null where none was. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    FakeServices liveReplicas(List<String> names) {
        replicas = names;
        return this;
    }

    FakeServices answerPlan(TrainingPlan answer) {
        plan = answer;
        return this;
    }

    /** Those that were grown to their end, in the order of their ends. */
    List<ModelPart> grownParts() {
        return grownParts;
    }

    /** How the last load was split. */
    @Nullable
    PreprocessingSettings split() {
        return split;
    }

    /** What the last training was asked for. */
    @Nullable
    TrainingSettings trainedSettings() {
        return trainedSettings;
    }

    /** What the last training was to join; null where it was to grow the forest itself. */
    @Nullable
    List<ModelPart> trainedParts() {
        return trainedParts;
    }

    <R> R did(String activity, Supplier<R> result) {
        return did(activity, Activity.getExecutionContext().getInfo().getWorkflowId(), result);
    }

    private <R> R did(String activity, String caller, Supplier<R> result) {
        calls.add(activity + " " + caller);
        Runnable instruction = instruction(activity);
        if (instruction != null) {
            instruction.run();
        }
        return result.get();
    }

    private Runnable instruction(String activity) {
        Queue<Runnable> queue = instructions.getOrDefault(activity, new ArrayDeque<>());
        synchronized (queue) {
            return queue.poll();
        }
    }

    private static IngestionResult ingested(IngestionRequest request) {
        return new IngestionResult(
                LOAD, 45_000, 0, 7, 38, 2, false, "http://127.0.0.1:8081/api/v1/loads/7/validation", null, 0.5);
    }

    private PreprocessingResult prepared(PreprocessingRequest request) {
        split = request.settings();
        return new PreprocessingResult(BATCHES, 20, 0.2222, 0.2211, false, request.run(), 0.25);
    }

    /** A model that another run made. */
    static TrainingResult finished(PipelineRun by) {
        return trained(by, true);
    }

    private static TrainingResult trained(PipelineRun by, boolean before) {
        ModelMetrics metrics = new ModelMetrics(0.926, 0.89, 0.77, 0.824, 0.974, 0.93, 0.21, 0.06);
        return new TrainingResult(TRAINED, metrics, before, by, "http://127.0.0.1:5000/#/run", 2.5);
    }

    private static ServingResult served(ChampionRequest request) {
        return new ServingResult(request.champion(), "http://127.0.0.1:8080/api/v1/predictions", 1.5);
    }

    private final class Ingestion implements IngestionActivities {

        @Override
        public IngestionResult ingest(IngestionRequest request) {
            return did("ingest", () -> ingested(request));
        }

        @Override
        public OutcomesResult ingestOutcomes(OutcomesRequest request) {
            return did("ingestOutcomes", () -> new OutcomesResult(0, null));
        }

        @Override
        public void publishValidation(ValidationPublication publication) {
            did("publishValidation", () -> publication);
        }
    }

    private final class Training implements TrainingActivities, ReleaseActivities {

        @Override
        public TrainingPlan planTraining(TrainingRequest request) {
            return did("planTraining", () -> plan);
        }

        @Override
        public ModelPart growPart(PartRequest request) {
            return did("growPart", () -> {
                ModelPart part = new ModelPart(request.firstTree(), request.trees(), "sha");
                grownParts.add(part);
                return part;
            });
        }

        @Override
        public TrainingResult train(TrainingRequest request) {
            return did("train", () -> {
                trainedParts = request.parts();
                trainedSettings = request.settings();
                return trained(request.run(), false);
            });
        }

        @Override
        public PromotionResult promote(PromotionRequest request) {
            return did("promote", () -> promotion);
        }

        @Override
        public ReleaseCandidate find(VersionRequest request) {
            return did(
                    "find",
                    () -> new ReleaseCandidate(
                            TRAINED,
                            new PreprocessingRequest(LOAD, PreprocessingSettings.DEFAULTS, request.run()),
                            null,
                            0.974));
        }

        @Override
        public PromotionResult judge(PromotionRequest request) {
            return did(
                    "judge",
                    () -> new PromotionResult(
                            promotion.verdict(),
                            promotion.champion(),
                            promotion.reason(),
                            champion.get(),
                            promotion.details(),
                            promotion.approval(),
                            promotion.rollout()));
        }

        @Override
        public void appoint(PromotionRequest request) {
            did("appoint", () -> request);
        }

        @Override
        public @Nullable ModelVersionRef refuse(Refusal refusal) {
            return did("refuse", () -> {
                FakeServices.this.refusal = refusal;
                return champion.get();
            });
        }

        @Override
        public void recordRehearsal(RehearsalRecord rehearsal) {
            did("recordRehearsal", () -> {
                FakeServices.this.rehearsal = rehearsal;
                return rehearsal;
            });
        }

        @Override
        public void recordApproval(ApprovalRecord record) {
            did("recordApproval", () -> {
                FakeServices.this.approval = record.approval();
                return record;
            });
        }

        @Override
        public ChampionMoved moveChampion(ChampionMove move) {
            return did("moveChampion", move.run().workflowId(), () -> {
                if (!Objects.equals(champion.get(), move.from())) {
                    return new ChampionMoved(false, champion.get(), null);
                }
                champion.set(move.to());
                return new ChampionMoved(true, move.to(), MOVED_AT);
            });
        }

        @Override
        public ChampionMoved moveChampionBack(ChampionMove move) {
            return did("moveChampionBack", move.run().workflowId(), () -> {
                movedBack.add(move);
                boolean done = move.to().equals(champion.get());
                if (done) {
                    champion.set(move.from());
                }
                return new ChampionMoved(done, champion.get(), done ? MOVED_AT : null);
            });
        }

        @Override
        public ModelVersionRef reinstate(Refusal refusal) {
            return did("reinstate", () -> FORMER_CHAMPION);
        }

        @Override
        public RollbackPlan planRollback(RollbackRequest request) {
            return did("planRollback", () -> new RollbackPlan(rollbackFrom, EARLIER, request.reason()));
        }

        @Override
        public void rollBack(RollbackPlan plan) {
            did("rollBack", () -> plan);
        }
    }

    private final class Serving implements ServingActivities {

        @Override
        public Rehearsal rehearse(ModelVersionRef version) {
            return did("rehearse", () -> new Rehearsal(version, 0.5, 12));
        }

        @Override
        public List<String> replicas() {
            return did("replicas", () -> replicas);
        }

        @Override
        public ShadowFigures shadow(ShadowOrder order) {
            return did("shadow", () -> shadow);
        }

        @Override
        public void endShadow(ModelVersionRef challenger) {
            did("endShadow", () -> challenger);
        }

        @Override
        public CanaryFigures canary(CanaryOrder order) {
            return did("canary", () -> canary);
        }

        @Override
        public void endCanary(ModelVersionRef challenger) {
            did("endCanary", () -> challenger);
        }

        @Override
        public AnswerFigures figures(ModelVersionRef version) {
            return did("figures", () -> figures);
        }

        @Override
        public ServingResult awaitChampion(ChampionRequest request) {
            return did("awaitChampion", () -> served(request));
        }
    }
}
