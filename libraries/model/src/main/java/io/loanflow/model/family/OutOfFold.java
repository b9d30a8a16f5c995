package io.loanflow.model.family;

/**
 * What models say of rows that they were not fitted on.
 *
 * @param scores each row's; NaN where the other rows have one class only
 * @param trees of each model
 */
// The array is the point; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record OutOfFold(double[] scores, int trees) {}
