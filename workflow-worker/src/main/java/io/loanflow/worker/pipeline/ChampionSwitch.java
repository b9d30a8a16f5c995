package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.ChampionMoved;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Moves the alias of the champion. Its workflow id is made from the data set's name, and a server keeps only one workflow of an id
 * open: moves of one data set do not overlap, whoever wants them.
 */
@WorkflowInterface
public interface ChampionSwitch {

    /** Of a data set's moves. */
    static String workflowId(String dataset) {
        return "champion-" + dataset;
    }

    @WorkflowMethod
    ChampionMoved perform(ChampionOrder order);
}
