package io.loanflow.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RankingCurvePropertyTest {

    @Property(tries = 200)
    void aucIsTheShareOfPairsInOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 120) int rows,
            @ForAll @IntRange(min = 1, max = 50) int distinct) {
        Sample sample = Sample.of(seed, rows, distinct);
        double better = 0;
        for (int positive = 0; positive < rows; positive++) {
            for (int negative = 0; negative < rows; negative++) {
                if (sample.labels()[positive] == 1 && sample.labels()[negative] == 0) {
                    better += (Math.signum(sample.scores()[positive] - sample.scores()[negative]) + 1) / 2;
                }
            }
        }
        double pairs = sample.positives() * (rows - sample.positives());
        assertThat(sample.curve().rocAuc()).isCloseTo(better / pairs, within(1e-12));
    }

    @Property(tries = 100)
    void onlyTheOrderOfScoresMatters(@ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int rows) {
        Sample sample = Sample.of(seed, rows, 40);
        DoubleUnaryOperator rising = score -> Math.exp(3 * score) - 100;
        RankingCurve moved = RankingCurve.of(
                sample.labels(), DoubleStream.of(sample.scores()).map(rising).toArray());
        assertThat(moved.rocAuc()).isEqualTo(sample.curve().rocAuc());
        assertThat(moved.averagePrecision()).isEqualTo(sample.curve().averagePrecision());
    }

    @Property(tries = 100)
    void reversedScoresTurnTheAucOver(@ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int rows) {
        Sample sample = Sample.of(seed, rows, 40);
        RankingCurve reversed = RankingCurve.of(
                sample.labels(),
                DoubleStream.of(sample.scores()).map(score -> -score).toArray());
        assertThat(reversed.rocAuc()).isCloseTo(1 - sample.curve().rocAuc(), within(1e-12));
    }

    @Property(tries = 100)
    void bothCurvesRiseToTheLastRow(@ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int rows) {
        RankingCurve curve = Sample.of(seed, rows, 40).curve();
        for (int point = 1; point < curve.points(); point++) {
            assertThat(curve.truePositiveRate(point)).isGreaterThanOrEqualTo(curve.truePositiveRate(point - 1));
            assertThat(curve.falsePositiveRate(point)).isGreaterThanOrEqualTo(curve.falsePositiveRate(point - 1));
            assertThat(curve.precision(point)).isBetween(0.0, 1.0);
        }
        assertThat(curve.truePositiveRate(curve.points() - 1)).isEqualTo(1);
        assertThat(curve.falsePositiveRate(curve.points() - 1)).isEqualTo(1);
    }

    /** Random rows, at least one of each class. */
    private record Sample(byte[] labels, double[] scores) {

        static Sample of(long seed, int rows, int distinct) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] labels = new byte[rows];
            double[] scores = new double[rows];
            for (int row = 0; row < rows; row++) {
                labels[row] = (byte) (row < 2 ? row : random.nextInt(2));
                scores[row] = random.nextInt(distinct) / (double) distinct;
            }
            return new Sample(labels, scores);
        }

        RankingCurve curve() {
            return RankingCurve.of(labels, scores);
        }

        int positives() {
            int positives = 0;
            for (byte label : labels) {
                positives += label;
            }
            return positives;
        }
    }
}
