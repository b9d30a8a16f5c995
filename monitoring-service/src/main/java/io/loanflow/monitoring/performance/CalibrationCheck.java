package io.loanflow.monitoring.performance;

import io.loanflow.model.reference.ProbabilityBin;
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** Of a sum of rows that is near to normal, such as 20 of probability one half. */
    private static final double LEAST_VARIANCE = 5;

    /** Of a sum of probabilities that are 0 or 1, far below a row. */
    private static final double ROUNDING = 1e-3;

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
        Deque<Deviation> pooled = new ArrayDeque<>();
        Deviation open = Deviation.NONE;
        for (ProbabilityBin bin : bins) {
            Deviation own = Deviation.of(bin);
            if (own.isImpossible()) {
                return 0;
            }
            open = open.plus(own);
            if (open.variance >= LEAST_VARIANCE) {
                pooled.add(open);
                open = Deviation.NONE;
            }
        }
        // Too few are left over to count by themselves.
        pooled.add(pooled.isEmpty() ? open : open.plus(pooled.removeLast()));
        double sum = pooled.stream().mapToDouble(Deviation::square).sum();
        return ChiSquaredDistribution.of(pooled.size()).survivalProbability(sum);
    }

    /**
     * By how many positives rows differ from what their probabilities say. Neighbours count together until that is near to normal: of a bin in
     * which a tenth of a positive is expected, one positive would be eight times its variance.
     *
     * @param variance of it by chance
     */
    private record Deviation(double off, double variance) {

        static final Deviation NONE = new Deviation(0, 0);

        static Deviation of(ProbabilityBin bin) {
            return new Deviation(
                    bin.positives() - bin.expected(), Math.max(0, bin.expected() * (1 - bin.expected() / bin.rows())));
        }

        Deviation plus(Deviation other) {
            return new Deviation(off + other.off, variance + other.variance);
        }

        /** Whoever says 0 or 1 leaves nothing to chance. */
        boolean isImpossible() {
            return variance == 0 && Math.abs(off) > ROUNDING;
        }

        double square() {
            return variance == 0 ? 0 : off * off / variance;
        }
    }
}
