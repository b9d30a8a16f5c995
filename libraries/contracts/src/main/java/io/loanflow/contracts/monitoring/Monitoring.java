package io.loanflow.contracts.monitoring;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One look at a data set's decisions: judges the windows that have ended, decides by the data set's policy what follows from the alarms,
 * and has a {@link Retraining} begun where that follows. On task queue {@link TaskQueues#PIPELINE}; started by the schedule of its data
 * set, or by hand at any time.
 */
@WorkflowInterface
public interface Monitoring {

    /** The schedule that starts it, and the workflows' id before the time that the schedule adds. */
    static String scheduleId(String dataset) {
        return dataset + "-monitoring";
    }

    @WorkflowMethod
    MonitoringResult monitor(MonitoringRequest request);
}
