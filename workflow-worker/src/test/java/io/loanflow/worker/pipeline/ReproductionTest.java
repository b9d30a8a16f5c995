package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.reproduction.Reproduction;
import io.loanflow.contracts.reproduction.ReproductionRequest;
import io.loanflow.contracts.reproduction.ReproductionResult;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReproductionTest {

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aVersionIsTrainedAgainFromItsOwnRowsAndNothingElseHappens() {
        ReproductionResult result = reproduction(environment, "again").reproduce(new ReproductionRequest("loan", 3));

        assertThat(result).isEqualTo(new ReproductionResult(FakeServices.TRAINED, true, List.of()));
        assertThat(services.calls()).containsExactly("planReproduction", "preprocess", "trainAgain");
        assertThat(services.split()).isEqualTo(FakeReproduction.SPLIT);
    }

    @Test
    void batchesThatWereLostArePreparedAgain() {
        services.failNext("trainAgain", failure("batch 3 is gone", FailureTypes.FEATURE_BATCHES_LOST));

        assertThat(reproduction(environment, "again")
                        .reproduce(new ReproductionRequest("loan", 3))
                        .equal())
                .isTrue();
        assertThat(services.calls())
                .containsExactly("planReproduction", "preprocess", "trainAgain", "preprocess", "trainAgain");
    }

    @Test
    void aLoadThatIsGoneEndsItWithTheReason() {
        services.failNext("preprocess", failure("load 7 was deleted", FailureTypes.LOAD_UNAVAILABLE));
        Reproduction again = reproduction(environment, "again");

        assertThatThrownBy(() -> again.reproduce(new ReproductionRequest("loan", 3)))
                .rootCause()
                .hasMessageContaining("load 7 was deleted");
        assertThat(services.calls()).doesNotContain("trainAgain");
    }

    @Test
    void aRequestWithoutAVersionIsRefusedWithAnExample() {
        Reproduction again = reproduction(environment, "again");

        assertThatThrownBy(() -> again.reproduce(new ReproductionRequest("loan", null)))
                .rootCause()
                .hasMessageContaining("{\"dataset\": \"loan\", \"version\": 3}");
        assertThat(services.calls()).isEmpty();
    }

    static Reproduction reproduction(PipelineEnvironment environment, String workflowId) {
        return environment
                .client()
                .newWorkflowStub(
                        Reproduction.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .build());
    }

    private static ApplicationFailure failure(String message, String type) {
        return ApplicationFailure.newNonRetryableFailure(message, type);
    }
}
