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
import io.temporal.workflow.WorkflowInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calling workflow's turn to work on a data set: a place in its queue, which says who is next, and its lease, which the server gives
 * to one only, also where somebody ended the queue by hand. Both end with the workflow, however that ends.
 */
public final class Turn implements HeldTurn {

    /** How the queue tells a run that its turn has come. */
    static final String SIGNAL = "turn";

    private static final Duration PATIENCE = Duration.ofHours(1);

    /** A queue that does not answer for so long may have ended meanwhile: it is started and joined again. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Of the queue that ended just when it was joined. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final int MOST_MOMENTS = 20;

    private final String dataset;
    private final Consumer<String> onWait;
    private static final PipelineRun NOBODY = new PipelineRun("", "");

    private PipelineRun told = NOBODY;
    private PipelineRun holder = NOBODY;
    private @Nullable HeldLease lease;
    private boolean givingWay;

    private Turn(String dataset, Consumer<String> onWait) {
        this.dataset = dataset;
        this.onWait = onWait;
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
     * @param work given its turn, which it shall keep before each of its steps
     * @throws ApplicationFailure of type {@link FailureTypes#DATASET_BUSY} if the turn does not come within an hour
     */
    public static <R> R during(String dataset, PipelineRun run, Consumer<String> onWait, Function<HeldTurn, R> work) {
        if (Workflow.getVersion("queue", Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION) {
            return HeldLease.during(dataset, run, onWait, () -> work.apply(HeldTurn.UNTIL_THE_END));
        }
        Turn turn = new Turn(dataset, onWait);
        // Ended by hand, not in finally, which also runs when a worker only puts the workflow aside.
        try {
            turn.keep();
            R result = work.apply(turn);
            turn.end();
            return result;
        } catch (TemporalFailure failure) {
            turn.end();
            throw failure;
        }
    }

    @Override
    public void giveWay() {
        givingWay = true;
        Workflow.newDetachedCancellationScope(this::giveBackIfHeld).run();
        lease = null;
        holder = NOBODY;
        told = NOBODY;
        givingWay = false;
    }

    @Override
    public void keep() {
        PipelineRun now = current();
        if (now.equals(holder)) {
            return;
        }
        if (lease != null) {
            lease.leaveBehind();
            lease = null;
        }
        holder = now;
        await();
        lease = HeldLease.acquire(dataset, holder, onWait);
    }

    /** Remembered with the history: when a reset run repeats its past, it is told who it was then. */
    private static PipelineRun current() {
        WorkflowInfo info = Workflow.getInfo();
        String runId = info.getRunId();
        return new PipelineRun(info.getWorkflowId(), Workflow.sideEffect(String.class, () -> runId));
    }

    private void await() {
        long giveUpAt = Workflow.currentTimeMillis() + PATIENCE.toMillis();
        join();
        boolean come = Workflow.await(Duration.ofSeconds(2), this::hasCome);
        while (!come) {
            if (Workflow.currentTimeMillis() >= giveUpAt) {
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

    /** A queue that ends at this moment is not there any more, and its id not free yet. */
    private void join() {
        for (int moment = 0; moment < MOST_MOMENTS; moment++) {
            start();
            if (Signals.arrives(() -> queue().join(holder))) {
                return;
            }
            Workflow.sleep(MOMENT);
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

    /** Also in a workflow that is being cancelled. A run that was reset and has asked for no turn since has none to give back. */
    private void end() {
        Workflow.newDetachedCancellationScope(() -> {
                    // Told by a signal that the run may give way, it may still be at it.
                    Workflow.await(() -> !givingWay);
                    giveBackIfHeld();
                })
                .run();
    }

    private void giveBackIfHeld() {
        if (current().equals(holder)) {
            giveBack();
        }
    }

    private void giveBack() {
        if (lease != null) {
            lease.release();
        }
        if (!Signals.arrives(() -> queue().leave(holder))) {
            Workflow.getLogger(Turn.class)
                    .warn("The queue of {} ended before its run; somebody ended it by hand", dataset);
        }
    }

    private ApplicationFailure busy() {
        return ApplicationFailure.newNonRetryableFailure(
                "The other runs of data set " + dataset + " did not end within " + PATIENCE.toMinutes()
                        + " minutes. Workflow " + queueId(dataset)
                        + " names them: wait for them or cancel them, then start this one again.",
                FailureTypes.DATASET_BUSY);
    }
}
