package io.loanflow.worker.lease;

import io.loanflow.contracts.execution.PipelineRun;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * Lets the runs of one data set work one after the other, in the order in which they came. Its workflow id is made from the data set's
 * name; whoever wants a turn starts it where it is not there, and it ends when nobody has wanted one for a while.
 */
@WorkflowInterface
public interface DatasetQueue {

    /** @param waiting runs that are in the queue already, the first of them being next */
    @WorkflowMethod
    void serve(List<PipelineRun> waiting);

    /** Goes to the end of the queue; a run that is in it stays where it is. */
    @SignalMethod
    void join(PipelineRun run);

    /** Ends a run's turn, or its waiting. */
    @SignalMethod
    void leave(PipelineRun run);
}
