package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.ChampionMoved;
import io.temporal.spring.boot.WorkflowImpl;

/** The one step. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class ChampionSwitchImpl implements ChampionSwitch {

    @Override
    public ChampionMoved perform(ChampionOrder order) {
        return ReleaseSteps.move(order);
    }
}
