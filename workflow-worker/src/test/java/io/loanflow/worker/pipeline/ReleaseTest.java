package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aVersionIsJudgedTriedAppointedAndAwaitedOnEveryReplica() {
        ReleaseResult result = release();

        assertThat(services.calls())
                .containsExactly(
                        "find",
                        "preprocess",
                        "judge",
                        "rehearse",
                        "moveChampion",
                        "replicas",
                        "awaitChampion",
                        "awaitChampion");
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(result.replicas()).isEqualTo(2);
        assertThat(services.movedBack()).isEmpty();
    }

    @Test
    void whatServingRefusesInTheRehearsalNeverBecomesChampion() {
        services.failNext("rehearse", unusable("its forest is damaged"));

        ReleaseResult result = release();

        assertThat(services.calls()).doesNotContain("moveChampion");
        assertThat(result.promotion())
                .isEqualTo(new PromotionResult(
                        Verdict.REFUSED,
                        FakeServices.FORMER_CHAMPION,
                        "Version 3 passed the gate, but does not come into service: its forest is damaged"));
        assertThat(result.serving().model()).isEqualTo(FakeServices.FORMER_CHAMPION);
    }

    /** The rehearsal's median is 12 microseconds. */
    @Test
    void whatIsTooSlowInTheRehearsalIsRefusedAsTheGateAllows() {
        services.answerPromotion(passedWithin(0.0119));

        ReleaseResult result = release();

        assertThat(services.calls())
                .containsSubsequence("rehearse", "recordRehearsal", "refuse")
                .doesNotContain("moveChampion");
        RehearsalRecord recorded = Objects.requireNonNull(services.rehearsal());
        assertThat(recorded.milliseconds()).isEqualTo(0.012);
        assertThat(recorded.former()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(recorded.finding()).contains("takes 0.0120 ms");
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.promotion().champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(result.promotion().reason())
                .isEqualTo(
                        "Version 3 passed the gate, but does not come into service: one prediction takes 0.0120 ms in the"
                                + " rehearsal, and gate.most-milliseconds in training.yaml allows 0.0119");
        assertThat(Objects.requireNonNull(result.promotion().details()).table())
                .endsWith("| Floor |\n| One prediction in ms, median | 0.0120 | | | **refuses** |\n");
    }

    @Test
    void whatIsFastEnoughHasItsRowInTheTable() {
        services.answerPromotion(passedWithin(0.012));

        ReleaseResult result = release();

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(services.rehearsal())
                .isEqualTo(new RehearsalRecord(FakeServices.TRAINED, FakeServices.FORMER_CHAMPION, 0.012, 0.012, null));
        assertThat(Objects.requireNonNull(result.promotion().details()).table())
                .endsWith("| One prediction in ms, median | 0.0120 | | | passes |\n");
    }

    private static PromotionResult passedWithin(double milliseconds) {
        return new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "better")
                .with(new RulingDetails("| Floor |\n", "http://127.0.0.1:5000/page", milliseconds));
    }

    @Test
    void whatAReplicaRefusesIsTakenBack() {
        services.failNext("awaitChampion", unusable("no room for it"));

        ReleaseResult result = release();

        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(services.refusal())
                .isEqualTo(new Refusal(
                        FakeServices.TRAINED,
                        "Version 3 passed the gate, but does not come into service: no room for it"));
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.promotion().champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(result.serving().model()).isEqualTo(FakeServices.FORMER_CHAMPION);
    }

    /** The answer may have been lost after the alias had moved. */
    @Test
    void anAppointmentThatFailsIsTakenBack() {
        services.failNext(
                "moveChampion", ApplicationFailure.newNonRetryableFailure("refused", FailureTypes.TRACKING_REFUSED));

        ReleaseResult result = release();

        assertThat(services.movedBack()).hasSize(1);
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aRulingCountsAlsoWhereTheChampionCannotBeServed() {
        services.answerPromotion(new PromotionResult(Verdict.HELD, FakeServices.FORMER_CHAMPION, "nobody can know"))
                .failNext("awaitChampion", unusable("it is damaged"));

        ReleaseResult result = release();

        assertThat(result.promotion().reason()).isEqualTo("nobody can know");
        assertThat(result.serving()).isNull();
        assertThat(result.note()).isEqualTo("Serving does not answer with champion version 2: it is damaged");
    }

    @Test
    void aModelThatNoServingServesIsChampionAllTheSame() {
        for (int i = 0; i < 2; i++) {
            services.failNext("awaitChampion", notServed());
        }

        ReleaseResult result = release();

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(services.movedBack()).isEmpty();
        assertThat(result.note()).isEqualTo("Nothing answers with version 3 yet: this service serves model loan.");
    }

    @Test
    void aVersionIsTriedByAReplicaThatServesItsDataSet() {
        for (int i = 0; i < 2; i++) {
            services.failNext("rehearse", notServed());
        }

        ReleaseResult result = release();

        assertThat(services.calls())
                .containsSubsequence("rehearse", "replicas", "rehearse", "rehearse", "moveChampion", "replicas");
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void aVersionThatTheRightReplicaRefusesNeverBecomesChampion() {
        services.failNext("rehearse", notServed()).failNext("rehearse", unusable("no room for it"));

        ReleaseResult result = release();

        assertThat(services.calls()).doesNotContain("moveChampion");
        assertThat(result.promotion().reason()).endsWith("no room for it");
    }

    @Test
    void aReplicaThatIsGoneIsNotWaitedFor() {
        services.liveReplicas(List.of("serving@one", "serving@gone"));

        ReleaseResult result = release();

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(result.replicas()).isEqualTo(1);
    }

    @Test
    void whereTheGateHoldsTheChampionStays() {
        services.answerPromotion(new PromotionResult(Verdict.HELD, FakeServices.FORMER_CHAMPION, "nobody can know"));

        ReleaseResult result = release();

        assertThat(services.calls()).doesNotContain("rehearse", "moveChampion");
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.serving().model()).isEqualTo(FakeServices.FORMER_CHAMPION);
    }

    @Test
    void aVersionIsComparedAgainWhereSomebodyMovedTheAliasMeanwhile() {
        services.onNext("rehearse", () -> services.champion(FakeServices.EARLIER));

        ReleaseResult result = release();

        assertThat(services.calls())
                .containsSubsequence("judge", "rehearse", "moveChampion", "judge", "rehearse", "moveChampion");
        assertThat(result.promotion().former()).isEqualTo(FakeServices.EARLIER);
        assertThat(services.champion()).isEqualTo(FakeServices.TRAINED);
    }

    @Test
    void aReleaseThatIsOvertakenAgainAndAgainChangesNothing() {
        for (ModelVersionRef version :
                List.of(FakeServices.EARLIER, FakeServices.FORMER_CHAMPION, FakeServices.EARLIER)) {
            services.onNext("rehearse", () -> services.champion(version));
        }

        ReleaseResult result = release();

        assertThat(result.promotion())
                .isEqualTo(new PromotionResult(
                        Verdict.REFUSED,
                        FakeServices.EARLIER,
                        "Version 3 passed the gate, but does not come into service: the champion changed 3 times while it"
                                + " was compared; release it again"));
    }

    /** As another release's or rollback's. */
    @Test
    void aMoveWaitsForAnotherOne() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("moveChampion", () -> HeldBack.until(goOn));
        ChampionSwitch other = environment.stub(ChampionSwitch.class, ChampionSwitch.workflowId("loan"));
        WorkflowClient.start(
                other::perform,
                new ChampionOrder(
                        new ChampionMove(
                                FakeServices.FORMER_CHAMPION, FakeServices.EARLIER, "why", new PipelineRun("o", "o")),
                        false,
                        null));
        await().until(() -> services.calls().contains("moveChampion"));
        WorkflowStub run = environment.start("second", PipelineRequest.of("loan"));
        // Not there until the run has come so far.
        await().ignoreExceptions()
                .until(() -> environment.history("second-release").contains("START_CHILD_WORKFLOW_EXECUTION_FAILED"));
        goOn.countDown();

        assertThat(run.getResult(PipelineResult.class).promotion().former()).isEqualTo(FakeServices.EARLIER);
    }

    @Test
    void anAliasThatCannotBeMovedBackIsSaid() {
        services.failNext("awaitChampion", unusable("no room for it"))
                .failNext(
                        "moveChampionBack",
                        ApplicationFailure.newNonRetryableFailure("MLflow says no", FailureTypes.TRACKING_REFUSED));

        assertThatThrownBy(this::release)
                .hasStackTraceContaining("Version 3 of loan does not come into service (no room for it), and its alias"
                        + " could not be moved back: MLflow says no.");
    }

    private static ApplicationFailure notServed() {
        return ApplicationFailure.newNonRetryableFailure(
                "this service serves model loan", FailureTypes.MODEL_NOT_SERVED);
    }

    private ReleaseResult release() {
        return environment.stub(Release.class, "release").release(new ReleaseRequest("loan", 3, null, null));
    }

    private static ApplicationFailure unusable(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, FailureTypes.MODEL_UNUSABLE);
    }
}
