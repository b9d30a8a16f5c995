package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.testsupport.TemporalExtension;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A release that is cancelled, on a server that really runs things at once. */
class ReleaseIT {

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    private final PipelineEnvironment environment = new PipelineEnvironment(TEMPORAL.address());
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aReleaseThatIsCancelledAfterTheAliasMovedIsTakenBack() {
        services.onNext("awaitChampion", () -> {
            environment.client().newUntypedWorkflowStub("cancelled").cancel();
            HeldBack.untilCancelled();
        });
        services.onNext("awaitChampion", HeldBack::untilCancelled);
        WorkflowStub run = environment.start("cancelled");

        assertThatThrownBy(() -> run.getResult(PipelineResult.class)).hasRootCauseInstanceOf(CanceledFailure.class);
        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(services.refusal().reason()).isEqualTo("The release was cancelled.");
    }
}
