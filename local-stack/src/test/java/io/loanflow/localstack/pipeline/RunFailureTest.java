package io.loanflow.localstack.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import org.junit.jupiter.api.Test;

class RunFailureTest {

    @Test
    void theInnermostReasonIsGivenInItsOwnWordsWithARemedy() {
        ApplicationFailure cause = ApplicationFailure.newNonRetryableFailure(
                "The header lacks column loan_amnt.", FailureTypes.DATA_REJECTED);
        ActivityFailure activity = new ActivityFailure(
                "Activity task failed", 1, 2, "Ingest", "3", RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE, "", cause);

        assertThat(RunFailure.of(failed(activity)))
                .isEqualTo(new RunFailure(
                        "The header lacks column loan_amnt.",
                        "Mend the file, or the data set's definition, and run again."));
    }

    @Test
    void aCancelledRunSaysSo() {
        assertThat(RunFailure.of(failed(new CanceledFailure("cancelled"))).reason())
                .isEqualTo("The run was cancelled.");
    }

    private static WorkflowFailedException failed(Exception cause) {
        return new WorkflowFailedException(
                WorkflowExecution.getDefaultInstance(),
                "Pipeline",
                EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
                4,
                RetryState.RETRY_STATE_UNSPECIFIED,
                cause);
    }
}
