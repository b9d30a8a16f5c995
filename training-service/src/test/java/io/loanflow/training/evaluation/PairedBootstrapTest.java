package io.loanflow.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {

    @Test
    void theObservedDifferenceIsThatOfTheCurves() {
        Sample sample = Sample.of(500, 0.5, 1);
        AucDifference difference = sample.difference();

        assertThat(difference.observed())
                .isEqualTo(RankingCurve.of(sample.labels, sample.good).rocAuc()
                        - RankingCurve.of(sample.labels, sample.bad).rocAuc());
        assertThat(difference.observed()).isBetween(difference.lower(), difference.upper());
    }

    @Test
    void equalScoresAreSurelyEqual() {
        Sample sample = Sample.of(300, 0.5, 2);

        assertThat(new PairedBootstrap(sample.labels, sample.good, sample.good).difference(0.95))
                .isEqualTo(new AucDifference(0, 0, 0, 0.95));
    }

    @Test
    void theIntervalIsTheSameEveryTime() {
        assertThat(Sample.of(400, 0.3, 3).difference())
                .isEqualTo(Sample.of(400, 0.3, 3).difference());
    }

    @Test
    void aHundredTimesTheRowsAreTenTimesAsSure() {
        AucDifference few = Sample.of(200, 0.5, 4).difference();
        AucDifference many = Sample.of(20_000, 0.5, 4).difference();

        assertThat((few.upper() - few.lower()) / (many.upper() - many.lower())).isCloseTo(10, within(4.0));
    }

    /** The true difference is that of two normal models: Phi(1/sqrt 2 / noise) each. */
    @Test
    void theIntervalHoldsTheTrueDifferenceAsOftenAsItSays() {
        double truth = Sample.of(1_000_000, 1, 99).observed();
        int held = 0;
        int samples = 60;
        for (int seed = 0; seed < samples; seed++) {
            AucDifference difference = Sample.of(400, 1, 1000 + seed).difference();
            held += difference.lower() <= truth && truth <= difference.upper() ? 1 : 0;
        }

        // Binomial with 0.95: fewer than 50 of 60 has a chance of 2e-4.
        assertThat(held).isGreaterThanOrEqualTo(50);
    }

    /** Two models of the same rows, one with more noise. */
    private static final class Sample {

        private final byte[] labels;
        private final double[] good;
        private final double[] bad;

        private Sample(int rows) {
            labels = new byte[rows];
            good = new double[rows];
            bad = new double[rows];
        }

        static Sample of(int rows, double noise, long seed) {
            Sample sample = new Sample(rows);
            Random random = new Random(seed);
            for (int row = 0; row < rows; row++) {
                sample.labels[row] = (byte) (row % 3 == 0 ? 1 : 0);
                double signal = sample.labels[row] + random.nextGaussian();
                sample.good[row] = signal;
                sample.bad[row] = signal + noise * random.nextGaussian();
            }
            return sample;
        }

        AucDifference difference() {
            return new PairedBootstrap(labels, good, bad).difference(0.95);
        }

        double observed() {
            return RankingCurve.of(labels, good).rocAuc()
                    - RankingCurve.of(labels, bad).rocAuc();
        }
    }
}
