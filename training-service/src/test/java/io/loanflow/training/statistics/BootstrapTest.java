package io.loanflow.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.training.evaluation.RankingCurve;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void theObservedDifferenceIsThatOfTheCurves() {
        Sample sample = Sample.of(500, 0.5, 1);
        Estimate difference = sample.difference();

        assertThat(difference.value())
                .isEqualTo(RankingCurve.of(sample.labels, sample.good).rocAuc()
                        - RankingCurve.of(sample.labels, sample.bad).rocAuc());
        assertThat(difference.value()).isBetween(difference.lower(), difference.upper());
    }

    @Test
    void equalScoresAreSurelyEqual() {
        Sample sample = Sample.of(300, 0.5, 2);

        assertThat(sample.difference(sample.good, sample.good)).isEqualTo(new Estimate(0, 0, 0, 0, 0.95));
    }

    @Test
    void theIntervalIsTheSameEveryTime() {
        assertThat(Sample.of(400, 0.3, 3).difference())
                .isEqualTo(Sample.of(400, 0.3, 3).difference());
    }

    @Test
    void aHundredTimesTheRowsAreTenTimesAsSure() {
        Estimate few = Sample.of(200, 0.5, 4).difference();
        Estimate many = Sample.of(20_000, 0.5, 4).difference();

        assertThat(few.standardError() / many.standardError()).isCloseTo(10, within(4.0));
    }

    /** The true difference is that of two normal models: Phi(1/sqrt 2 / noise) each. */
    @Test
    void theIntervalHoldsTheTrueDifferenceAsOftenAsItSays() {
        double truth = Sample.of(1_000_000, 1, 99).observed();
        int held = 0;
        int samples = 60;
        for (int seed = 0; seed < samples; seed++) {
            Estimate difference = Sample.of(400, 1, 1000 + seed).difference();
            held += difference.lower() <= truth && truth <= difference.upper() ? 1 : 0;
        }

        // Binomial with 0.95: fewer than 50 of 60 has a chance of 2e-4.
        assertThat(held).isGreaterThanOrEqualTo(50);
    }

    @Test
    void itIsAsSureAsDeLongsFormula() {
        Sample sample = Sample.of(5000, 0.5, 5);
        Estimate formula = sample.deLong(sample.good).less(sample.deLong(sample.bad), 0.95);

        assertThat(sample.difference().standardError())
                .isCloseTo(formula.standardError(), within(0.05 * formula.standardError()));
    }

    /** A square of what chance makes is above 0 on every draw; the interval of a calibrated model has 0 in it all the same. */
    @Test
    void chanceIsNoLossOfCalibration() {
        Random random = new Random(6);
        byte[] labels = new byte[3000];
        double[] probabilities = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            probabilities[row] = random.nextDouble();
            labels[row] = (byte) (random.nextDouble() < probabilities[row] ? 1 : 0);
        }
        Estimate loss = new Bootstrap(labels, Clusters.alone(labels.length))
                .draws(List.of(new CalibrationLoss(labels, probabilities)))
                .get(0)
                .estimate(0.95);

        assertThat(0.0).isBetween(loss.lower(), loss.upper());
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

        Estimate difference() {
            return difference(good, bad);
        }

        Estimate difference(double[] one, double[] other) {
            Statistic difference = new RankingQuality(labels, one).minus(new RankingQuality(labels, other));
            return new Bootstrap(labels, Clusters.alone(labels.length))
                    .draws(List.of(difference))
                    .get(0)
                    .estimate(0.95);
        }

        DeLong deLong(double[] scores) {
            return new DeLong(labels, scores, Clusters.alone(labels.length));
        }

        double observed() {
            return RankingCurve.of(labels, good).rocAuc()
                    - RankingCurve.of(labels, bad).rocAuc();
        }
    }
}
