package io.loanflow.monitoring.activity;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseLedgerActivities;
import io.loanflow.monitoring.ledger.ReleaseMemory;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Keeps the ledger of releases for workflows. */
@Component
@ActivityImpl(taskQueues = TaskQueues.MONITORING)
public class ReleaseLedgerActivitiesImpl implements ReleaseLedgerActivities {

    private final ReleaseMemory memory;

    public ReleaseLedgerActivitiesImpl(ReleaseMemory memory) {
        this.memory = memory;
    }

    @Override
    public LedgerHead remember(ReleaseEvent event) {
        return Failures.KNOWN.during(() -> memory.remember(event));
    }
}
