package io.loanflow.model.row;

import org.jspecify.annotations.Nullable;

/**
 * The feature columns of one row, in the definition's order, as the encoder takes them.
 *
 * <p>Arrays, not copied: made once, read once by the encoder.
 *
 * @param numbers the number in each numeric column; NaN where it is missing
 * @param categories the category in each other column; null where it is missing
 */
// The arrays are the point; rows are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Row(double[] numbers, @Nullable String[] categories) {}
