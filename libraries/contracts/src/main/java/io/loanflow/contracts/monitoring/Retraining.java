package io.loanflow.contracts.monitoring;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Learns anew from all that is known: decisions with outcomes become a load, and a pipeline runs on the data set's selection of loads, with
 * its gate and its release as ever. On task queue {@link TaskQueues#PIPELINE}; one a data set at a time.
 */
@WorkflowInterface
public interface Retraining {

    /** Of a data set's retraining. */
    static String workflowId(String dataset) {
        return "retraining-" + dataset;
    }

    /** Of the pipeline that it runs. */
    static String pipelineId(RetrainingRequest request) {
        return "pipeline-" + request.dataset() + "-retraining-" + request.followUp();
    }

    @WorkflowMethod
    RetrainingResult retrain(RetrainingRequest request);
}
