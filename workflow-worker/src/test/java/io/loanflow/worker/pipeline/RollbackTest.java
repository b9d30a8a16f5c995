package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RollbackResult;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackTest {

    private static final RollbackRequest REQUEST = new RollbackRequest("loan", null, "rejects everybody");

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aRollbackTriesTheWayBackBeforeItGoesIt() {
        RollbackResult result = rollback("back").rollback(REQUEST);

        assertThat(services.calls())
                .containsExactly(
                        "planRollback", "rehearse", "moveChampion", "replicas", "awaitChampion", "awaitChampion");
        assertThat(result).isEqualTo(new RollbackResult(FakeServices.FORMER_CHAMPION, FakeServices.EARLIER, 2));
        assertThat(services.movedBack()).isEmpty();
    }

    @Test
    void aRollbackToAVersionThatCannotBeServedChangesNothing() {
        services.failNext("rehearse", refusal("its forest is damaged"));
        Rollback rollback = rollback("back");

        assertThatThrownBy(() -> rollback.rollback(REQUEST)).rootCause().hasMessageContaining("its forest is damaged");
        assertThat(services.calls()).containsExactly("planRollback", "rehearse");
    }

    @Test
    void whatAReplicaRefusesIsTakenBack() {
        services.failNext("awaitChampion", refusal("no room for it"));
        Rollback rollback = rollback("back");

        assertThatThrownBy(() -> rollback.rollback(REQUEST))
                .hasStackTraceContaining(
                        "Version 1 does not come into service: no room for it. The champion is version 2;"
                                + " version 2 is not withdrawn.");
        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(services.movedBack())
                .singleElement()
                .extracting(ChampionMove::withdrawal)
                .isEqualTo("rejects everybody");
    }

    /** Whether or not the alias moved before: its answer may have been lost. */
    @ParameterizedTest
    @ValueSource(strings = {"moveChampion", "replicas", "awaitChampion"})
    void whateverFailsOnceTheAliasMayHaveMovedIsTakenBack(String activity) {
        services.failNext(activity, refusal("it does not work"));
        Rollback rollback = rollback("back");

        assertThatThrownBy(() -> rollback.rollback(REQUEST)).hasStackTraceContaining("it does not work");
        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(services.movedBack()).hasSize(1);
    }

    @Test
    void aRollbackThatIsOvertakenChangesNothingAndSaysSo() {
        services.onNext("rehearse", () -> services.champion(FakeServices.TRAINED));
        Rollback rollback = rollback("overtaken");

        assertThatThrownBy(() -> rollback.rollback(REQUEST))
                .hasStackTraceContaining("Version 2 is the champion no more: somebody moved the alias meanwhile. The"
                        + " champion is version 3; nothing was changed.");
        assertThat(services.champion()).isEqualTo(FakeServices.TRAINED);
    }

    @Test
    void aRollbackDoesNotWaitForARunOfItsDataSet() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("train", () -> HeldBack.until(goOn));
        WorkflowStub run = environment.start("training");
        await().until(() -> services.calls().contains("train"));

        assertThat(rollback("back").rollback(REQUEST).champion()).isEqualTo(FakeServices.EARLIER);

        goOn.countDown();
        run.getResult(PipelineResult.class);
    }

    static ApplicationFailure refusal(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, FailureTypes.MODEL_UNUSABLE);
    }

    private Rollback rollback(String workflowId) {
        return environment.stub(Rollback.class, workflowId);
    }
}
