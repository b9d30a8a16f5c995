package io.loanflow.training.gate;

import io.loanflow.training.statistics.Draws;
import io.loanflow.training.statistics.Statistic;
import java.util.List;

/** Criteria that are as sure as draws of the rows make them. All are measured in one pass over the same draws. */
interface DrawnCriteria {

    List<Statistic> statistics();

    /** @param draws one for each of the statistics */
    List<Criterion> judge(List<Draws> draws);
}
