package io.loanflow.monitoring.performance;

import io.loanflow.model.reference.ProbabilityBin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether probabilities mean what they say, on rows whose label is known: Hosmer and Lemeshow's χ² over bins of probability (Goodness of Fit Tests for
 * the Multiple Logistic Regression Model, 1980). They hold where the difference may be chance, or is too small to matter.
 */
public final class CalibrationCheck {

    private static final double SIGNIFICANCE = 0.01;

    /** Mean difference of a bin's share from what its probabilities say, in which an estimate would be off. */
    private static final double TOLERANCE = 0.02;

    /** With fewer rows whose label is known nothing can be said. */
    public static final int LEAST_ROWS = 200;

    private CalibrationCheck() {}

    /** @return why they do not hold; empty where they do */
    public static Optional<String> problem(List<ProbabilityBin> bins) {
        long rows = bins.stream().mapToLong(ProbabilityBin::rows).sum();
        if (rows < LEAST_ROWS) {
            return Optional.of(
                    "only " + rows + " rows with a known label say whether probabilities hold; it takes " + LEAST_ROWS);
        }
        double error = bins.stream()
                        .mapToDouble(bin -> Math.abs(bin.expected() - bin.positives()))
                        .sum()
                / rows;
        if (error <= TOLERANCE || chance(bins) >= SIGNIFICANCE) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the probabilities are off by %.3f on average on %,d rows whose label is known, which is not chance",
                error,
                rows));
    }

    private static double chance(List<ProbabilityBin> bins) {
        double sum = 0;
        int used = 0;
        for (ProbabilityBin bin : bins) {
            double variance = bin.expected() * (1 - bin.expected() / bin.rows());
            if (variance > 0) {
                double off = bin.positives() - bin.expected();
                sum += off * off / variance;
                used++;
            }
        }
        return used == 0 ? 1 : ChiSquaredDistribution.of(used).survivalProbability(sum);
    }
}
