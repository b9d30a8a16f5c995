package io.loanflow.worker.ledger;

import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.worker.lease.Signals;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;

/** Where workflows leave what happened, for the ledger of releases. */
public final class LedgerEntrance {

    /** One that ends at this moment takes nothing more, and its id is not free yet. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private LedgerEntrance() {}

    /**
     * Leaves it to {@link ReleaseLedger}, also in a workflow that is being cancelled, and does not wait until it is written: a version that
     * must leave service must not wait for a database. Happenings that one workflow leaves after another come in that order.
     */
    public static void leave(ReleaseEvent event) {
        if (Workflow.getVersion("release-ledger", Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION) {
            Workflow.newDetachedCancellationScope(() -> {
                        while (!isStartedWith(event)
                                && !Signals.arrives(() -> open(event).add(event))) {
                            Workflow.sleep(MOMENT);
                        }
                    })
                    .run();
        }
    }

    private static ReleaseLedger open(ReleaseEvent event) {
        return Workflow.newExternalWorkflowStub(ReleaseLedger.class, ReleaseLedger.workflowId(event.dataset()));
    }

    /** False where one is open. */
    private static boolean isStartedWith(ReleaseEvent event) {
        ReleaseLedger ledger = Workflow.newChildWorkflowStub(
                ReleaseLedger.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(ReleaseLedger.workflowId(event.dataset()))
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setStaticSummary("Ledger of releases of " + event.dataset())
                        .build());
        var unused = Async.function(ledger::write, List.of(event));
        try {
            var started = Workflow.getWorkflowExecution(ledger).get();
            return started != null;
        } catch (ChildWorkflowFailure failure) {
            if (!(failure.getCause() instanceof WorkflowExecutionAlreadyStarted)) {
                throw failure;
            }
            return false;
        }
    }
}
