package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RollbackResult;
import io.loanflow.testsupport.TemporalExtension;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may come between the steps of a rollback, on a server that really runs things at once. */
class RollbackIT {

    private static final RollbackRequest REQUEST = new RollbackRequest("loan", null, "rejects everybody");

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    private PipelineEnvironment environment;
    private FakeServices services;

    @BeforeEach
    void start() {
        environment = new PipelineEnvironment(TEMPORAL.address());
        services = environment.services;
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    /** A move itself is not cancelled: it is made, and taken back. */
    @ParameterizedTest
    @ValueSource(strings = {"moveChampion", "replicas", "awaitChampion"})
    void whatIsCancelledOnceTheAliasMayHaveMovedIsTakenBack(String activity) {
        services.onNext(activity, () -> {
            environment.client().newUntypedWorkflowStub("cancelled").cancel();
            if (!activity.equals("moveChampion")) {
                HeldBack.untilCancelled();
            }
        });
        services.onNext("awaitChampion", HeldBack::untilCancelled);
        WorkflowStub rollback = rollback("cancelled");

        assertThatThrownBy(() -> rollback.getResult(RollbackResult.class))
                .hasRootCauseInstanceOf(CanceledFailure.class);
        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(services.movedBack()).hasSize(1);
    }

    @Test
    void whatIsCancelledBeforeTheAliasMovesChangesNothing() {
        services.onNext("rehearse", () -> {
            environment.client().newUntypedWorkflowStub("cancelled").cancel();
            HeldBack.untilCancelled();
        });
        WorkflowStub rollback = rollback("cancelled");

        assertThatThrownBy(() -> rollback.getResult(RollbackResult.class))
                .hasRootCauseInstanceOf(CanceledFailure.class);
        assertThat(services.calls()).doesNotContain("moveChampion");
    }

    @Test
    void ofTwoAtOnceOneGoesTheWayBackAndTheOtherSaysThatItIsGone() {
        CountDownLatch bothTried = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            services.onNext("rehearse", () -> {
                bothTried.countDown();
                HeldBack.until(bothTried);
            });
        }
        List<WorkflowStub> both = List.of(rollback("one"), rollback("other"));

        assertThat(both.stream().filter(RollbackIT::succeeded)).hasSize(1);
        assertThat(services.champion()).isEqualTo(FakeServices.EARLIER);
        assertThat(services.movedBack()).isEmpty();
    }

    /** The release waits for the replicas of a version that a rollback takes out of service meanwhile. */
    @Test
    void aRollbackDoesNotWaitForAReleaseThatWaitsForReplicas() {
        CountDownLatch goOn = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            services.onNext("awaitChampion", () -> {
                HeldBack.until(goOn);
                throw RollbackTest.refusal("another version took its place");
            });
        }
        Release release = environment.stub(Release.class, "release");
        WorkflowClient.start(release::release, new ReleaseRequest("loan", 3, null, null));
        await().until(() ->
                services.calls().stream().filter("awaitChampion"::equals).count() == 2);
        services.planFrom(FakeServices.TRAINED);

        assertThat(rollback("back").getResult(RollbackResult.class).withdrawn()).isEqualTo(FakeServices.TRAINED);
        goOn.countDown();

        ReleaseResult result = WorkflowStub.fromTyped(release).getResult(ReleaseResult.class);
        assertThat(result.promotion().reason()).endsWith("another version took its place");
        assertThat(services.champion()).isEqualTo(FakeServices.EARLIER);
    }

    /** What a worker that dies leaves behind another one ends. */
    @Test
    void aWorkerThatDiesAfterTheAliasMovedLosesNothing() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("awaitChampion", () -> HeldBack.until(goOn));
        WorkflowStub rollback = rollback("survives");
        await().until(() -> services.calls().contains("awaitChampion"));
        environment.close();
        goOn.countDown();
        start();
        services.champion(FakeServices.EARLIER);

        assertThat(environment
                        .client()
                        .newUntypedWorkflowStub(rollback.getExecution().getWorkflowId())
                        .getResult(RollbackResult.class)
                        .replicas())
                .isEqualTo(2);
        assertThat(services.calls()).doesNotContain("moveChampion");
    }

    private static boolean succeeded(WorkflowStub run) {
        try {
            run.getResult(RollbackResult.class);
            return true;
        } catch (RuntimeException failed) {
            return false;
        }
    }

    private WorkflowStub rollback(String workflowId) {
        Rollback rollback = environment.stub(Rollback.class, workflowId);
        WorkflowClient.start(rollback::rollback, REQUEST);
        return WorkflowStub.fromTyped(rollback);
    }
}
