package io.loanflow.worker.ledger;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseLedgerActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Gives up nothing: what it cannot write now it writes when the monitoring service, its database and MLflow are there again. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class ReleaseLedgerImpl implements ReleaseLedger {

    private static final Duration ATTEMPT = Duration.ofMinutes(2);

    /** Of an outage: it is over within seconds, or people are at it. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Of a mistake of ours, which is mended by another version of the service. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(10);

    /** Then it goes on in a fresh history. */
    private static final int LONGEST_HISTORY = 5000;

    private final Queue<ReleaseEvent> waiting;

    /** @param events before any that is added meanwhile; null where a person started it without input */
    @WorkflowInit
    public ReleaseLedgerImpl(@Nullable List<ReleaseEvent> events) {
        waiting = events == null ? new ArrayDeque<>() : new ArrayDeque<>(events);
    }

    @Override
    public LedgerHead write(@Nullable List<ReleaseEvent> events) {
        LedgerHead head = new LedgerHead(0, "");
        while (!waiting.isEmpty()) {
            head = remembered(waiting.element());
            waiting.remove();
        }
        return head;
    }

    @Override
    public void add(ReleaseEvent event) {
        waiting.add(event);
    }

    private LedgerHead remembered(ReleaseEvent event) {
        while (true) {
            try {
                return activities(event).remember(event);
            } catch (ActivityFailure failure) {
                Workflow.setCurrentDetails("cannot write to the ledger of releases, and tries again in "
                        + UNTIL_MENDED.toMinutes() + " minutes: " + failure.getCause());
                Workflow.sleep(UNTIL_MENDED);
                if (Workflow.getInfo().getHistoryLength() > LONGEST_HISTORY) {
                    Workflow.newContinueAsNewStub(ReleaseLedger.class).write(List.copyOf(waiting));
                }
            }
        }
    }

    /** Without a limit of their time. */
    private static ReleaseLedgerActivities activities(ReleaseEvent event) {
        return Workflow.newActivityStub(
                ReleaseLedgerActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(TaskQueues.MONITORING)
                        .setStartToCloseTimeout(ATTEMPT)
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setMaximumInterval(LONGEST_PAUSE)
                                .build())
                        .setSummary("Remember of version " + event.version().version() + ": "
                                + event.kind().type())
                        .build());
    }
}
