package io.loanflow.training.explanation;

/**
 * How far what two columns do together is more than the sum of what each does.
 *
 * @param strength root of the mean square of that part, in the unit of scores
 * @param share that part's share of the squares of what both do together, from 0 (each for itself) on: Friedman's H²
 */
public record Interaction(String first, String second, double strength, double share) {}
