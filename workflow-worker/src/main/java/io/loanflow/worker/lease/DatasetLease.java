package io.loanflow.worker.lease;

import io.loanflow.contracts.execution.PipelineRun;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The right to run the pipeline of one data set. Its workflow id is made from the data set's name, and a server keeps only
 * one workflow of an id open, so whoever starts it holds the lease until it ends.
 */
@WorkflowInterface
public interface DatasetLease {

    /** Stays open until it is released or its parent ends. */
    @WorkflowMethod
    void hold(PipelineRun holder);

    @SignalMethod
    void release();

    /** Does nothing. It arrives only where the lease is held, which is what its sender wants to know. */
    @SignalMethod
    void check();
}
