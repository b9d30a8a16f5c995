package io.loanflow.monitoring.outcome;

/**
 * What became of outcomes that were sent.
 *
 * @param recorded new ones
 * @param corrections those among them that correct an earlier one
 * @param known that had been said before
 * @param outdated those among the known ones that a later correction replaced, which still holds
 */
public record OutcomesTaken(int recorded, int corrections, int known, int outdated) {}
