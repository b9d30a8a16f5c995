package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.testsupport.TemporalExtension;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Releases on a real server: cancelled while things run at once, and found in its lists. */
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
    void runsAndReleasesAreListedByTheirFigures() {
        environment.start("listed").getResult(PipelineResult.class);

        String figures = "LoanflowAuc > 0.97 AND LoanflowAuc < 0.98 AND LoanflowLoad = 7 AND LoanflowRows > 40000"
                + " AND LoanflowOrigin = 'FILE' AND LoanflowVerdict = 'PROMOTED' AND LoanflowModelVersion = '3'";
        await().untilAsserted(() -> assertThat(listed(figures)).contains("listed", Release.workflowId("listed")));
        assertThat(listed("WorkflowType = 'Pipeline' AND LoanflowAuc > 0.98")).isEmpty();
        assertThat(listed("LoanflowOrigin = 'SYNTHETIC'")).isEmpty();
    }

    private List<String> listed(String query) {
        return environment
                .client()
                .listExecutions(query)
                .map(found -> found.getExecution().getWorkflowId())
                .toList();
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
