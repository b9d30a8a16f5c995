package io.loanflow.worker.lease;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A lease that the calling workflow holds. It ends with the workflow, however that ends. Runs that began before there was a
 * {@link DatasetQueue} hold nothing else.
 */
public final class HeldLease {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final DatasetLease lease;
    private final Promise<Void> ended;

    private HeldLease(DatasetLease lease, Promise<Void> ended) {
        this.lease = lease;
        this.ended = ended;
    }

    /** Workflow id of a data set's lease. */
    public static String workflowId(String dataset) {
        return "lease-" + dataset;
    }

    /**
     * Takes the lease, waiting for whoever has it.
     *
     * @param onBusy told why before each pause
     * @throws ApplicationFailure of type {@link FailureTypes#DATASET_BUSY} if it is not free within an hour
     */
    static HeldLease acquire(String dataset, PipelineRun holder, Consumer<String> onBusy) {
        long giveUpAt = Workflow.currentTimeMillis() + PATIENCE.toMillis();
        Duration pause = FIRST_PAUSE;
        while (true) {
            HeldLease lease = start(dataset, holder);
            if (lease.isOurs()) {
                return lease;
            }
            if (Workflow.currentTimeMillis() >= giveUpAt) {
                throw busy(dataset);
            }
            onBusy.accept("another run of " + dataset + " holds workflow " + workflowId(dataset));
            Workflow.newTimer(pause, timerOptions(dataset)).get();
            pause = longer(pause);
        }
    }

    /**
     * Works while nobody else does on the data set.
     *
     * @param onBusy as for {@link #acquire}
     */
    static <R> R during(String dataset, PipelineRun holder, Consumer<String> onBusy, Supplier<R> work) {
        HeldLease lease = acquire(dataset, holder, onBusy);
        // Released by hand, not in finally, which also runs when a worker only puts the workflow aside.
        try {
            R result = work.get();
            lease.release();
            return result;
        } catch (TemporalFailure failure) {
            lease.release();
            throw failure;
        }
    }

    /** Frees the data set for the next run; also works in a workflow that is being cancelled. */
    void release() {
        Workflow.newDetachedCancellationScope(() -> {
                    try {
                        lease.release();
                        ended.get();
                    } catch (TemporalFailure | SignalExternalWorkflowException alreadyEnded) {
                        Workflow.getLogger(HeldLease.class)
                                .warn(
                                        "the lease had ended before its release; somebody ended it by hand",
                                        alreadyEnded);
                    }
                })
                .run();
    }

    /** Frees the data set where this run took the lease under another run id, before it was reset. Nobody tells this one when it ends. */
    void leaveBehind() {
        var unused = Signals.arrives(lease::release);
    }

    /** Outside the caller's cancellation: a cancelled run keeps its lease until its activities have stopped. */
    private static HeldLease start(String dataset, PipelineRun holder) {
        DatasetLease lease = Workflow.newChildWorkflowStub(
                DatasetLease.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(workflowId(dataset))
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_TERMINATE)
                        .setStaticSummary("Keeps other runs of " + dataset + " waiting")
                        .build());
        CompletablePromise<Void> ended = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> ended.completeFrom(Async.procedure(lease::hold, holder)))
                .run();
        return new HeldLease(lease, ended);
    }

    private boolean isOurs() {
        try {
            Workflow.getWorkflowExecution(lease).get();
            return true;
        } catch (ChildWorkflowFailure failure) {
            if (failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
                return false;
            }
            throw failure;
        }
    }

    private static TimerOptions timerOptions(String dataset) {
        return TimerOptions.newBuilder()
                .setSummary("Another run of " + dataset + " holds " + workflowId(dataset))
                .build();
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static ApplicationFailure busy(String dataset) {
        return ApplicationFailure.newNonRetryableFailure(
                "Another run of data set " + dataset + " did not end within " + PATIENCE.toMinutes()
                        + " minutes. Workflow " + workflowId(dataset)
                        + " names it: wait for it or cancel it, then start this one again.",
                FailureTypes.DATASET_BUSY);
    }
}
