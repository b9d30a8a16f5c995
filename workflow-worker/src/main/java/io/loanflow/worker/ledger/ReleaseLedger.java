package io.loanflow.worker.ledger;

import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.contracts.release.ReleaseEvent;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * Has the happenings of a data set written to the ledger of releases, in the order in which they come, however long that is down. Its
 * workflow id is made from the data set's name, and a server keeps only one workflow of an id open. It ends when nothing is left to write.
 */
@WorkflowInterface
public interface ReleaseLedger {

    /** Of a data set's happenings. */
    static String workflowId(String dataset) {
        return "ledger-" + dataset;
    }

    /** The ledger's end after the last of them. */
    @WorkflowMethod
    LedgerHead write(List<ReleaseEvent> events);

    /** One more. */
    @SignalMethod
    void add(ReleaseEvent event);
}
