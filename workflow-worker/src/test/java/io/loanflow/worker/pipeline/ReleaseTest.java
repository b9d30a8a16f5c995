package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RollbackResult;
import io.loanflow.contracts.release.Verdict;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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
                        "appoint",
                        "replicas",
                        "awaitChampion",
                        "awaitChampion");
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(result.replicas()).isEqualTo(2);
        assertThat(services.reinstated()).isNull();
    }

    @Test
    void whatServingRefusesInTheRehearsalNeverBecomesChampion() {
        services.failNext("rehearse", unusable("its forest is damaged"));

        ReleaseResult result = release();

        assertThat(services.calls()).doesNotContain("appoint");
        assertThat(result.promotion())
                .isEqualTo(new PromotionResult(
                        Verdict.REFUSED,
                        FakeServices.FORMER_CHAMPION,
                        "Version 3 passed the gate, but does not come into service: its forest is damaged"));
        assertThat(result.serving().model()).isEqualTo(FakeServices.FORMER_CHAMPION);
    }

    @Test
    void whatAReplicaRefusesIsTakenBack() {
        services.failNext("awaitChampion", unusable("no room for it"));

        ReleaseResult result = release();

        assertThat(services.reinstated())
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
                "appoint", ApplicationFailure.newNonRetryableFailure("refused", FailureTypes.TRACKING_REFUSED));

        ReleaseResult result = release();

        assertThat(services.reinstated()).isNotNull();
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
        assertThat(services.reinstated()).isNull();
        assertThat(result.note()).isEqualTo("Nothing answers with version 3 yet: this service serves model loan.");
    }

    @Test
    void aVersionIsTriedByAReplicaThatServesItsDataSet() {
        for (int i = 0; i < 2; i++) {
            services.failNext("rehearse", notServed());
        }

        ReleaseResult result = release();

        assertThat(services.calls())
                .containsSubsequence("rehearse", "replicas", "rehearse", "rehearse", "appoint", "replicas");
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void aVersionThatTheRightReplicaRefusesNeverBecomesChampion() {
        services.failNext("rehearse", notServed()).failNext("rehearse", unusable("no room for it"));

        ReleaseResult result = release();

        assertThat(services.calls()).doesNotContain("appoint");
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

        assertThat(services.calls()).doesNotContain("rehearse", "appoint");
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.serving().model()).isEqualTo(FakeServices.FORMER_CHAMPION);
    }

    @Test
    void aReleaseThatIsCancelledAfterTheAliasMovedIsTakenBack() {
        services.onNext("awaitChampion", () -> {
            environment.client().newUntypedWorkflowStub("cancelled").cancel();
            waitUntilCancelled();
        });
        services.onNext("awaitChampion", ReleaseTest::waitUntilCancelled);
        WorkflowStub run = environment.start("cancelled", PipelineRequest.of("loan"));

        assertThatThrownBy(() -> run.getResult(PipelineResult.class)).hasRootCauseInstanceOf(CanceledFailure.class);
        assertThat(services.reinstated().reason()).isEqualTo("The release was cancelled.");
    }

    /** As a replica does, which hears of it by its next heartbeat. */
    private static void waitUntilCancelled() {
        while (true) {
            Activity.getExecutionContext().heartbeat("not yet");
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void aRollbackTriesTheWayBackBeforeItGoesIt() {
        RollbackResult result = rollback().rollback(new RollbackRequest("loan", null, "rejects everybody"));

        assertThat(services.calls())
                .containsExactly("planRollback", "rehearse", "rollBack", "replicas", "awaitChampion", "awaitChampion");
        assertThat(result).isEqualTo(new RollbackResult(FakeServices.TRAINED, FakeServices.FORMER_CHAMPION, 2));
    }

    @Test
    void aRollbackToAVersionThatCannotBeServedChangesNothing() {
        services.failNext("rehearse", unusable("its forest is damaged"));
        Rollback rollback = rollback();

        assertThatThrownBy(() -> rollback.rollback(new RollbackRequest("loan", 1, "why")))
                .rootCause()
                .hasMessageContaining("its forest is damaged");
        assertThat(services.calls()).containsExactly("planRollback", "rehearse");
    }

    private static ApplicationFailure notServed() {
        return ApplicationFailure.newNonRetryableFailure(
                "this service serves model loan", FailureTypes.MODEL_NOT_SERVED);
    }

    private ReleaseResult release() {
        return environment
                .client()
                .newWorkflowStub(
                        Release.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .build())
                .release(new ReleaseRequest("loan", 3, null));
    }

    private Rollback rollback() {
        return environment
                .client()
                .newWorkflowStub(
                        Rollback.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .build());
    }

    private static ApplicationFailure unusable(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, FailureTypes.MODEL_UNUSABLE);
    }
}
