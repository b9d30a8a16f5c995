package io.loanflow.ingestion.inbox;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import org.springframework.stereotype.Component;

/** Starts a run for a file that was dropped, once for its content. */
@Component
class InboxRuns {

    private final WorkflowClient temporal;

    InboxRuns(WorkflowClient temporal) {
        this.temporal = temporal;
    }

    /** Workflow id of the run for a content. */
    static String workflowId(String dataset, String sha256) {
        return "pipeline-" + dataset + "-inbox-" + sha256.substring(0, 16);
    }

    /** @return whether it was started now */
    boolean start(String dataset, String sha256, String file) {
        Pipeline pipeline = temporal.newWorkflowStub(
                Pipeline.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(workflowId(dataset, sha256))
                        .setTaskQueue(TaskQueues.PIPELINE)
                        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                        .setStaticSummary("Pipeline of " + dataset + " for " + file)
                        .build());
        try {
            WorkflowClient.start(pipeline::run, PipelineRequest.of(dataset));
            return true;
        } catch (WorkflowExecutionAlreadyStarted before) {
            return false;
        }
    }
}
