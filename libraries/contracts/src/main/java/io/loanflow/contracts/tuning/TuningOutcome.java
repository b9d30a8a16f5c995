package io.loanflow.contracts.tuning;

import io.loanflow.contracts.training.TrainingSettings;
import java.util.List;

/**
 * Asks for a tuning's result to be kept as the parameters of its data set.
 *
 * @param settings the best, all of them
 * @param best how good they are
 * @param before how good the data set's own were
 * @param scores all that was measured, in order
 */
public record TuningOutcome(
        TuningOrder order,
        String tuningRunId,
        TrainingSettings settings,
        CandidateScore best,
        CandidateScore before,
        List<CandidateScore> scores) {}
