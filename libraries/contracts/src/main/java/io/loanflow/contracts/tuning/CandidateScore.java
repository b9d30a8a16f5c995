package io.loanflow.contracts.tuning;

/**
 * How good a candidate is on rows of the training part that its models were not fitted to.
 *
 * @param candidate position among the plan's candidates
 * @param trees of each model: those asked for, or fewer where more did not help
 * @param logLoss in nats; candidates are compared by it
 * @param logLossSpread standard deviation of the folds' log losses
 * @param f1 of decisions at a probability of one half
 * @param mlflowRunId the candidate's run
 */
public record CandidateScore(
        int candidate, int trees, double logLoss, double logLossSpread, double rocAuc, double f1, String mlflowRunId) {}
