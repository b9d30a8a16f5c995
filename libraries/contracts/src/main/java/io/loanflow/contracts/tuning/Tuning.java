package io.loanflow.contracts.tuning;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Looks for better parameters of a data set's forest: by random search with successive halving, measured by cross-validation
 * on the training part. On task queue {@link TaskQueues#PIPELINE}; a child of a pipeline, or started alone, when it loads and
 * prepares first as a pipeline does.
 */
@WorkflowInterface
public interface Tuning {

    /** Of the tuning that a pipeline starts. */
    static String workflowId(String pipelineId) {
        return pipelineId + "-tuning";
    }

    @WorkflowMethod
    TuningResult tune(TuningRequest request);

    /** One line for people. */
    @QueryMethod
    String progress();
}
