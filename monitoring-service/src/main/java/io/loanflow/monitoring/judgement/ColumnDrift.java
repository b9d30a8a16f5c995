package io.loanflow.monitoring.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column of a window differs from the training part.
 *
 * @param missing decisions without a value
 * @param unseen decisions with a category that the model does not tell apart, or without one
 * @param wasserstein in standard deviations of the reference; null of categories, as {@code kolmogorovSmirnov}
 * @param chiSquared null of numbers
 * @param chance of a difference at least as large where nothing changed, the least of the column's tests
 * @param cells what each count is of: the mean of a bin, or a category
 */
public record ColumnDrift(
        String column,
        long missing,
        long unseen,
        double populationStability,
        double jensenShannon,
        @Nullable Double wasserstein,
        @Nullable Double kolmogorovSmirnov,
        @Nullable Double chiSquared,
        double chance,
        boolean alarm,
        List<String> cells,
        List<Long> reference,
        List<Long> current) {}
