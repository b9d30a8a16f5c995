package io.loanflow.monitoring.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.model.reference.ProbabilityBin;
import io.loanflow.monitoring.statistics.Sampling;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationCheckTest {

    private static final int BINS = 20;

    @Test
    void fewRowsSayNothing() {
        assertThat(CalibrationCheck.problem(List.of(new ProbabilityBin(199, 99.5, 99))))
                .contains("only 199 rows with a known label say whether probabilities hold; it takes 200");
        assertThat(CalibrationCheck.problem(List.of(new ProbabilityBin(200, 100, 100))))
                .isEmpty();
    }

    @Test
    void probabilitiesThatAreOffAreRefusedWithTheAmount() {
        assertThat(CalibrationCheck.problem(bins(500, 0.05)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("off by 0.050", "10,000 rows"));
    }

    /** Off by 0.05 in 200 rows: about a row in each bin of ten. */
    @Test
    void whatMayBeChanceIsNotRefused() {
        assertThat(CalibrationCheck.problem(bins(10, 0.05))).isEmpty();
    }

    /** Of so many rows any difference is beyond chance. */
    @Test
    void whatIsTooSmallToMatterIsNotRefused() {
        assertThat(CalibrationCheck.problem(bins(10_000_000, 0.019))).isEmpty();
    }

    /** Whoever says 0 or 1 says that there is no chance. */
    @Test
    void certaintyThatIsWrongIsRefused() {
        assertThat(CalibrationCheck.problem(
                        List.of(new ProbabilityBin(1000, 0, 300), new ProbabilityBin(1000, 1000, 1000))))
                .isPresent();
        assertThat(CalibrationCheck.problem(
                        List.of(new ProbabilityBin(1000, 0, 0), new ProbabilityBin(1000, 1000, 1000))))
                .isEmpty();
    }

    /** Of 2,000 samples whose probabilities hold, at most 2 in 100 are refused (1 in 100 is stated, for many rows in each bin). */
    @ParameterizedTest
    @CsvSource({"200, 1", "1000, 1", "10000, 1", "200, 4", "1000, 4", "10000, 4"})
    void probabilitiesThatHoldAreSeldomRefused(int rows, double power) {
        SplittableRandom random = new SplittableRandom(rows);
        int refused = 0;
        for (int sample = 0; sample < 2000; sample++) {
            refused += CalibrationCheck.problem(drawn(rows, power, random)).isPresent() ? 1 : 0;
        }

        assertThat(refused).isLessThanOrEqualTo(40);
    }

    /** @param power of the evenly drawn number that is the probability: a greater one makes positives rare */
    private static List<ProbabilityBin> drawn(int rows, double power, SplittableRandom random) {
        long[] counts = new long[BINS];
        double[] sums = new double[BINS];
        long[] positives = new long[BINS];
        for (int row = 0; row < rows; row++) {
            double probability = Math.pow(random.nextDouble(), power);
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            counts[bin]++;
            sums[bin] += probability;
            positives[bin] += Sampling.binomial(1, probability, random);
        }
        return IntStream.range(0, BINS)
                .filter(bin -> counts[bin] > 0)
                .mapToObj(bin -> new ProbabilityBin(counts[bin], sums[bin], positives[bin]))
                .toList();
    }

    /** Twenty bins whose probabilities are too high and too low in turn. */
    private static List<ProbabilityBin> bins(long rows, double off) {
        return IntStream.range(0, BINS)
                .mapToObj(bin -> {
                    double probability = (bin + 0.5) / BINS;
                    double share = probability + (bin % 2 == 0 ? off : -off);
                    double positives = Math.min(rows, Math.max(0, Math.rint(share * rows)));
                    return new ProbabilityBin(rows, positives - (bin % 2 == 0 ? off : -off) * rows, (long) positives);
                })
                .toList();
    }
}
