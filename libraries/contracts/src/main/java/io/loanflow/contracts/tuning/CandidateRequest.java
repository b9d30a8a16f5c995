package io.loanflow.contracts.tuning;

import io.loanflow.contracts.training.TrainingSettings;

/**
 * Asks how good a candidate is.
 *
 * @param tuningKey of the tuning's plan
 * @param tuningRunId MLflow run of the tuning, to which the candidate's run belongs
 * @param candidate position among the plan's candidates
 * @param settings all of them
 */
public record CandidateRequest(
        TuningOrder order,
        String tuningKey,
        String tuningRunId,
        int candidate,
        TrainingSettings settings,
        Validation validation) {}
