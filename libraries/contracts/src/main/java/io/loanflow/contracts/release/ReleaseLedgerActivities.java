package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.activity.ActivityInterface;

/** What the monitoring service, which owns the ledger of releases, does for a workflow; on task queue {@link TaskQueues#MONITORING}. */
@ActivityInterface
public interface ReleaseLedgerActivities {

    /**
     * Makes a happening an entry of the ledger; again changes nothing. Where the alias was elsewhere than the ledger knew, that becomes an
     * entry before it. Happenings of one data set come in the order in which they happened.
     */
    LedgerHead remember(ReleaseEvent event);
}
