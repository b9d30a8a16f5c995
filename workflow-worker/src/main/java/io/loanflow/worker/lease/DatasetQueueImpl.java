package io.loanflow.worker.lease;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives turns. A run that is closed, however it came to that, holds no lease any more, and loses its place when somebody waits for it. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class DatasetQueueImpl implements DatasetQueue {

    /** Nobody has wanted a turn for so long: whoever does next starts the queue again. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** After what time it is seen, while others wait, whether the lease is still held; then less and less often. */
    private static final Duration FIRST_CHECK = Duration.ofSeconds(15);

    private static final Duration LONGEST_CHECK = Duration.ofMinutes(1);

    /** Then the queue goes on in a fresh history. */
    private static final int LONGEST_HISTORY = 5000;

    private final String dataset =
            Workflow.getInfo().getWorkflowId().substring(Turn.queueId("").length());
    private final Set<PipelineRun> waiting = new LinkedHashSet<>();

    /** @param places in order; null where a person started it without input */
    @Override
    public void serve(@Nullable List<PipelineRun> places) {
        if (places != null) {
            waiting.addAll(places);
        }
        while (!waiting.isEmpty() || Workflow.await(IDLE, () -> !waiting.isEmpty())) {
            PipelineRun next = waiting.iterator().next();
            show();
            if (tell(next)) {
                awaitEnd(next);
            }
            waiting.remove(next);
            goOnAfresh();
        }
    }

    @Override
    public void join(PipelineRun run) {
        // Of one workflow id only one run is open: what has the same was reset, and its place is lost.
        waiting.removeIf(other -> other.workflowId().equals(run.workflowId()) && !other.equals(run));
        waiting.add(run);
        show();
    }

    @Override
    public void leave(PipelineRun run) {
        waiting.remove(run);
        show();
    }

    /** As long as nobody else waits, nothing is to be done but to wait. */
    private void awaitEnd(PipelineRun holder) {
        for (Duration pause = FIRST_CHECK; waiting.contains(holder); pause = longer(pause)) {
            Workflow.await(() -> !waiting.contains(holder) || waiting.size() > 1);
            if (!Workflow.await(pause, () -> !waiting.contains(holder)) && !isHeld()) {
                waiting.remove(holder);
            }
            goOnAfresh();
        }
    }

    /** With the same places, before the history is too long. */
    private void goOnAfresh() {
        if (Workflow.getInfo().getHistoryLength() > LONGEST_HISTORY) {
            Workflow.newContinueAsNewStub(DatasetQueue.class).serve(List.copyOf(waiting));
        }
    }

    private boolean isHeld() {
        return Signals.arrives(() -> Workflow.newExternalWorkflowStub(DatasetLease.class, HeldLease.workflowId(dataset))
                .check());
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_CHECK) < 0 ? doubled : LONGEST_CHECK;
    }

    /** Tells a run that it is its turn. False if it is closed. */
    private static boolean tell(PipelineRun run) {
        WorkflowExecution execution = WorkflowExecution.newBuilder()
                .setWorkflowId(run.workflowId())
                .setRunId(run.runId())
                .build();
        return Signals.arrives(
                () -> Workflow.newUntypedExternalWorkflowStub(execution).signal(Turn.SIGNAL, run));
    }

    private void show() {
        Workflow.setCurrentDetails(
                waiting.isEmpty()
                        ? "Nobody waits."
                        : waiting.stream()
                                .map(run -> "`" + run.workflowId() + "`, run `" + run.runId() + "`")
                                .collect(Collectors.joining("\n1. ", "1. ", "\n\nThe first one works.")));
    }
}
