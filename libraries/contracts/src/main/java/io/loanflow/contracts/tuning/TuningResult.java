package io.loanflow.contracts.tuning;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.training.TrainingSettings;

/**
 * @param settings the best, all of them: from here on those of the data set
 * @param best how good they are
 * @param before how good the data set's own were
 * @param measured number of measurements
 * @param alreadyTuned whether the same tuning had been done before, so that nothing was
 * @param madeBy the run that did it
 * @param runUrl MLflow's page of the run that all candidates' runs belong to
 * @param seconds from its beginning to its end
 */
public record TuningResult(
        TrainingSettings settings,
        CandidateScore best,
        CandidateScore before,
        int measured,
        boolean alreadyTuned,
        PipelineRun madeBy,
        String runUrl,
        double seconds) {}
