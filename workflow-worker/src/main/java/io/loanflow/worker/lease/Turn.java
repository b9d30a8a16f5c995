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
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The calling workflow's turn to work on a data set. It ends with the workflow, however that ends. */
public final class Turn {

    /** How the queue tells a run that its turn has come. */
    static final String SIGNAL = "turn";

    private static final Duration PATIENCE = Duration.ofHours(1);

    /** A queue that does not answer for so long may have ended meanwhile: it is started and joined again. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String dataset;
    private final String workflowId;
    private final Consumer<String> onWait;
    private PipelineRun told = new PipelineRun("", "");
    private PipelineRun holder;

    private Turn(String dataset, Consumer<String> onWait) {
        this.dataset = dataset;
        this.workflowId = Workflow.getInfo().getWorkflowId();
        this.onWait = onWait;
        holder = current();
        Workflow.registerListener((Listener) run -> told = run);
    }

    /** What a run that wants a turn hears. */
    public interface Listener {
        @SignalMethod(name = SIGNAL)
        void turn(PipelineRun run);
    }

    /** Workflow id of a data set's queue. */
    public static String queueId(String dataset) {
        return "queue-" + dataset;
    }

    /**
     * Works while nobody else does on the data set.
     *
     * @param onWait told why, if others are before this run
     * @param work given what it shall call before each of its steps: a run that was reset in the middle of its work has no turn any more,
     *     and waits there for another
     * @throws ApplicationFailure of type {@link FailureTypes#DATASET_BUSY} if the turn does not come within an hour
     */
    public static <R> R during(String dataset, PipelineRun run, Consumer<String> onWait, Function<Runnable, R> work) {
        if (Workflow.getVersion("queue", Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION) {
            return HeldLease.during(dataset, run, onWait, () -> work.apply(() -> {}));
        }
        Turn turn = new Turn(dataset, onWait);
        turn.await();
        // Ended by hand, not in finally, which also runs when a worker only puts the workflow aside.
        try {
            R result = work.apply(turn::keep);
            turn.end();
            return result;
        } catch (TemporalFailure failure) {
            turn.end();
            throw failure;
        }
    }

    private void keep() {
        PipelineRun now = current();
        if (!now.equals(holder)) {
            holder = now;
            await();
        }
    }

    /** Remembered with the history: when a reset run repeats its past, it is told who it was then. */
    private PipelineRun current() {
        String runId = Workflow.getInfo().getRunId();
        return new PipelineRun(workflowId, Workflow.sideEffect(String.class, () -> runId));
    }

    private void await() {
        long giveUpAt = Workflow.currentTimeMillis() + PATIENCE.toMillis();
        join();
        boolean come = Workflow.await(Duration.ofSeconds(2), this::hasCome);
        while (!come) {
            if (Workflow.currentTimeMillis() >= giveUpAt) {
                end();
                throw busy();
            }
            onWait.accept("other runs of " + dataset + " are before it; workflow " + queueId(dataset) + " names them");
            come = Workflow.await(PAUSE, this::hasCome);
            if (!come) {
                join();
            }
        }
    }

    private boolean hasCome() {
        return told.equals(holder);
    }

    private void join() {
        start();
        if (!Signals.arrives(() -> queue().join(holder))) {
            Workflow.getLogger(Turn.class).info("The queue of {} has just ended, and is started again soon", dataset);
        }
    }

    private DatasetQueue queue() {
        return Workflow.newExternalWorkflowStub(DatasetQueue.class, queueId(dataset));
    }

    private void start() {
        DatasetQueue queue = Workflow.newChildWorkflowStub(
                DatasetQueue.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(queueId(dataset))
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setStaticSummary("Runs of " + dataset + ", one after the other")
                        .build());
        Workflow.newDetachedCancellationScope(() -> {
                    var unused = Async.procedure(queue::serve, List.of());
                })
                .run();
        try {
            Workflow.getWorkflowExecution(queue).get();
        } catch (ChildWorkflowFailure failure) {
            if (!(failure.getCause() instanceof WorkflowExecutionAlreadyStarted)) {
                throw failure;
            }
        }
    }

    /** Also in a workflow that is being cancelled. */
    private void end() {
        Workflow.newDetachedCancellationScope(() -> {
                    if (!Signals.arrives(() -> queue().leave(holder))) {
                        Workflow.getLogger(Turn.class)
                                .warn("The queue of {} ended before its run; somebody ended it by hand", dataset);
                    }
                })
                .run();
    }

    private ApplicationFailure busy() {
        return ApplicationFailure.newNonRetryableFailure(
                "The other runs of data set " + dataset + " did not end within " + PATIENCE.toMinutes()
                        + " minutes. Workflow " + queueId(dataset)
                        + " names them: wait for them or cancel them, then start this one again.",
                FailureTypes.DATASET_BUSY);
    }
}
