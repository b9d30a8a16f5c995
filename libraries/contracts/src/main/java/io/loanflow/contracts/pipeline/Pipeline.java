package io.loanflow.contracts.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * From a file to a served model: ingest, preprocess, tune where it is asked for, train, promote, wait until serving answers. On task queue {@link
 * TaskQueues#PIPELINE}. Two runs of one data set do not overlap: the later one waits.
 */
@WorkflowInterface
public interface Pipeline {

    /** Of a data set's schedule, which starts runs that name no rows; paused until somebody wants it. */
    static String scheduleId(String dataset) {
        return dataset + "-daily";
    }

    @WorkflowMethod
    PipelineResult run(PipelineRequest request);

    @QueryMethod
    PipelineProgress progress();
}
