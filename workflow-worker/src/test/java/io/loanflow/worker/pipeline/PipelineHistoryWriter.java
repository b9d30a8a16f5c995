package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.monitoring.Monitoring;
import io.loanflow.contracts.monitoring.MonitoringRequest;
import io.loanflow.contracts.monitoring.Retraining;
import io.loanflow.contracts.monitoring.RetrainingResult;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ApprovalPolicy;
import io.loanflow.contracts.release.CanaryPolicy;
import io.loanflow.contracts.release.FirstWindow;
import io.loanflow.contracts.release.FirstWindowPolicy;
import io.loanflow.contracts.release.FirstWindowResult;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.release.ShadowPolicy;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.reproduction.ReproductionRequest;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.LatencyCounts;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.tuning.TuningRequest;
import io.loanflow.worker.lease.HeldLease;
import io.loanflow.worker.lease.Turn;
import io.loanflow.worker.ledger.ReleaseLedger;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Writes the histories that {@link PipelineReplayTest} replays. Not part of the build, which must go on replaying histories
 * of the code as it was: call it only for a new name after a change behind {@code Workflow.getVersion}, from the root, by
 *
 * <pre>mvn test -pl workflow-worker -am -Dtest=PipelineHistoryWriter -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * and never write over a history of code that has been in use.
 */
class PipelineHistoryWriter {

    private static final Path DIRECTORY = Path.of("src/test/resources/histories");

    @Test
    void writeQueuedAndLostBatches() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            FakeServices services = environment.services;
            CountDownLatch goOn = new CountDownLatch(1);
            services.onNext("ingest", () -> HeldBack.until(goOn));
            WorkflowStub first = environment.start("first");
            await().until(() -> services.calls().contains("ingest"));
            WorkflowStub second = environment.start("queued");
            await().until(() -> environment.details("queued").contains("are before it"));
            goOn.countDown();
            first.getResult(PipelineResult.class);
            services.failNext("train", batchesLost());
            second.getResult(PipelineResult.class);
            write("queued", environment.history("queued"));
            write("lease-of-a-turn", environment.history(HeldLease.workflowId("loan")));
            write("champion-switch", environment.history(ChampionSwitch.workflowId("loan")));
            environment.skip(Duration.ofMinutes(2));
            write(Turn.queueId("loan"), environment.history(Turn.queueId("loan")));
        }
    }

    @Test
    void writeMonitoring() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.stub(Monitoring.class, "monitoring").monitor(new MonitoringRequest("loan"));
            String retraining = Retraining.workflowId("loan");
            environment.client().newUntypedWorkflowStub(retraining).getResult(RetrainingResult.class);
            write("monitoring", environment.history("monitoring"));
            write(retraining, environment.history(retraining));
        }
    }

    @Test
    void writeHeld() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.answerPromotion(
                    new PromotionResult(Verdict.HELD, FakeServices.FORMER_CHAMPION, "nobody can know"));
            environment.start("held").getResult(PipelineResult.class);
            write("held", environment.history("held"));
            write("release-held", environment.history(Release.workflowId("held")));
        }
    }

    @Test
    void writeRemembered() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            CountDownLatch up = new CountDownLatch(1);
            environment.monitoring.onNextEntry(() -> HeldBack.until(up));
            environment.stub(Release.class, "release-remembered").release(new ReleaseRequest("loan", 3, null, "Grace"));
            write("champion-switch-remembered", environment.history(ChampionSwitch.workflowId("loan")));
            environment.services.planFrom(FakeServices.TRAINED);
            // The ledger is still at the first entry, and takes the others by signals.
            environment
                    .stub(Rollback.class, "rollback-remembered")
                    .rollback(new RollbackRequest("loan", null, "rejects everybody", "Grace"));
            environment.services.answerPromotion(
                    new PromotionResult(Verdict.REFUSED, FakeServices.EARLIER, "it is worse"));
            environment.stub(Release.class, "refusal-remembered").release(new ReleaseRequest("loan", 3, null, "Grace"));
            up.countDown();
            await().until(() -> environment.monitoring.ledger().size() == 3);
            await().until(() -> environment.isClosed(ReleaseLedger.workflowId("loan")));
            write("release-remembered", environment.history("release-remembered"));
            write("rollback-remembered", environment.history("rollback-remembered"));
            write("refusal-remembered", environment.history("refusal-remembered"));
            write(ReleaseLedger.workflowId("loan"), environment.history(ReleaseLedger.workflowId("loan")));
        }
    }

    @Test
    void writeReleaseAlone() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            // The first time somebody else is faster.
            environment.services.onNext("rehearse", () -> environment.services.champion(FakeServices.EARLIER));
            environment.stub(Release.class, "release-alone").release(new ReleaseRequest("loan", 3, null, null));
            write("release-alone", environment.history("release-alone"));
        }
    }

    @Test
    void writeReleaseRehearsed() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.answerPromotion(
                    new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "AUC 0.98 is above 0.97")
                            .with(new RulingDetails("| Floor |\n", "http://127.0.0.1:5000/page", 10)));
            environment.stub(Release.class, "release-rehearsed").release(new ReleaseRequest("loan", 3, null, null));
            write("release-rehearsed", environment.history("release-rehearsed"));
        }
    }

    @Test
    void writeTriedByClients() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            FakeServices services = environment.services;
            services.answerPromotion(
                    new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "AUC 0.98 is above 0.97")
                            .with(new RolloutPolicy(
                                    new ShadowPolicy(100, 60, 0.9, 0.25, 0.01, 10),
                                    new CanaryPolicy(0.1, 100, 60, 0.25, 0.01, 10),
                                    new FirstWindowPolicy(100, 60, 0.01, 10, true))));
            List<Long> scores = Collections.nCopies(ShadowFigures.CELLS, 5L);
            services.answerShadow(new ShadowFigures("one", 0, 0, 0, 0, scores, scores, LatencyCounts.NONE));
            services.onNext("endShadow", () -> services.planFrom(FakeServices.TRAINED));
            services.onNext(
                    "shadow",
                    () -> services.answerShadow(
                            new ShadowFigures("one", 50, 50, 0, 0, scores, scores, LatencyCounts.NONE)));
            services.answerCanary(
                    new CanaryFigures("one", new AnswerFigures(false, 50, 0, LatencyCounts.NONE), scores, scores));
            services.answerFigures(new AnswerFigures(true, 60, 5, LatencyCounts.NONE));
            environment
                    .stub(Release.class, "release-tried-by-clients")
                    .release(new ReleaseRequest("loan", 3, null, null));
            String watch = FirstWindow.workflowId(FakeServices.TRAINED);
            environment.client().newUntypedWorkflowStub(watch).getResult(FirstWindowResult.class);
            write("release-tried-by-clients", environment.history("release-tried-by-clients"));
            write(watch, environment.history(watch));
            write("rollback-of-first-window", environment.history(watch + "-rollback"));
        }
    }

    @Test
    void writeApproved() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.answerPromotion(
                    new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "AUC 0.98 is above 0.97")
                            .with(new ApprovalPolicy(true, 72)));
            WorkflowStub run = environment.start("approved");
            Release release = environment.client().newWorkflowStub(Release.class, Release.workflowId("approved"));
            await().until(() -> environment.services.calls().contains("rehearse") && release.awaitedApproval() != null);
            release.approve(new Approval("Ada", "figures seen"));
            run.getResult(PipelineResult.class);
            write("approved", environment.history("approved"));
            write("release-approved", environment.history(Release.workflowId("approved")));
        }
    }

    @Test
    void writeReleaseMovedBack() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.failNext("awaitChampion", unusable());
            environment.start("moved-back").getResult(PipelineResult.class);
            write("release-moved-back", environment.history(Release.workflowId("moved-back")));
        }
    }

    @Test
    void writeRollbacks() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            RollbackRequest request = new RollbackRequest("loan", null, "rejects everybody");
            environment.services.failNext("awaitChampion", unusable());
            Rollback failing = environment.stub(Rollback.class, "rollback-moved-back");
            assertThatThrownBy(() -> failing.rollback(request)).hasStackTraceContaining("no room for it");
            write("rollback-moved-back", environment.history("rollback-moved-back"));
            environment.stub(Rollback.class, "rolled-back-by-switch").rollback(request);
            write("rolled-back-by-switch", environment.history("rolled-back-by-switch"));
        }
    }

    @Test
    void writeReproduced() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.failNext("trainAgain", batchesLost());
            ReproductionTest.reproduction(environment, "reproduced").reproduce(new ReproductionRequest("loan", 3));
            write("reproduced", environment.history("reproduced"));
        }
    }

    @Test
    void writeTuningWithATurn() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.failNext("measure", batchesLost());
            environment.tuning("tuning-with-a-turn").tune(TuningRequest.of("loan"));
            write("tuning-with-a-turn", environment.history("tuning-with-a-turn"));
        }
    }

    @Test
    void writeFoundByFigures() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.failNext("train", batchesLost());
            environment.start("found-by-figures").getResult(PipelineResult.class);
            write("found-by-figures", environment.history("found-by-figures"));
            write("release-found-by-figures", environment.history(Release.workflowId("found-by-figures")));
        }
    }

    private static ApplicationFailure unusable() {
        return ApplicationFailure.newNonRetryableFailure("no room for it", FailureTypes.MODEL_UNUSABLE);
    }

    private static ApplicationFailure batchesLost() {
        return ApplicationFailure.newNonRetryableFailure("batch 3 is gone", FailureTypes.FEATURE_BATCHES_LOST);
    }

    private static void write(String name, String history) throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(DIRECTORY.resolve(name + ".json"), history + "\n");
    }
}
