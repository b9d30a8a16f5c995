package io.loanflow.monitoring.outcome;

/**
 * What became of outcomes that were sent.
 *
 * @param recorded new ones
 * @param corrections those among them that correct an earlier one
 * @param known that had been said before
 */
public record OutcomesTaken(int recorded, int corrections, int known) {}
