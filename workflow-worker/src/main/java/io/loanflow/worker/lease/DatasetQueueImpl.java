package io.loanflow.worker.lease;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives turns. A run that is closed, however it came to that, loses its place as soon as somebody waits for it. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class DatasetQueueImpl implements DatasetQueue {

    /** Nobody has wanted a turn for so long: whoever does next starts the queue again. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** How often a run that others wait for is asked whether it is still there. */
    private static final Duration CHECK = Duration.ofSeconds(15);

    /** Then the queue goes on in a fresh history. */
    private static final int LONGEST_HISTORY = 5000;

    private final Set<PipelineRun> waiting = new LinkedHashSet<>();

    @Override
    public void serve(List<PipelineRun> places) {
        waiting.addAll(places);
        while (!waiting.isEmpty() || Workflow.await(IDLE, () -> !waiting.isEmpty())) {
            PipelineRun next = waiting.iterator().next();
            show();
            if (tell(next)) {
                awaitEnd(next);
            }
            waiting.remove(next);
            if (Workflow.getInfo().getHistoryLength() > LONGEST_HISTORY) {
                Workflow.newContinueAsNewStub(DatasetQueue.class).serve(new ArrayList<>(waiting));
            }
        }
    }

    @Override
    public void join(PipelineRun run) {
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
        while (waiting.contains(holder)) {
            Workflow.await(() -> !waiting.contains(holder) || waiting.size() > 1);
            boolean left = Workflow.await(CHECK, () -> !waiting.contains(holder));
            if (!left && waiting.size() > 1 && !tell(holder)) {
                waiting.remove(holder);
            }
        }
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
