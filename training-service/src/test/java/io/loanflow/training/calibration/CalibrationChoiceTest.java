package io.loanflow.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.calibration.IsotonicCalibration;
import io.loanflow.model.calibration.PlattScaling;
import io.loanflow.model.calibration.Uncalibrated;
import io.loanflow.training.statistics.Clusters;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationChoiceTest {

    private static final int ROWS = 20_000;
    /** Not a multiple of the number of folds, so that rows of each are in all of them by themselves. */
    private static final int GROUPS = 199;

    private final double[] scores = new Random(7).doubles(ROWS).toArray();

    @Test
    void scoresThatAreProbabilitiesAreLeftAlone() {
        CalibrationChoice choice = CalibrationChoice.of(outcomes(score -> score), scores, Clusters.alone(ROWS));

        assertThat(choice.calibration()).isInstanceOfAny(Uncalibrated.class, PlattScaling.class);
        for (double score = 0.05; score < 1; score += 0.05) {
            assertThat(choice.calibration().probability(score)).isCloseTo(score, within(0.02));
        }
    }

    @Test
    void aLogisticCurveIsFoundAgain() {
        PlattScaling truth = new PlattScaling(1.7, -0.4);

        Calibration fitted = PlattFit.of(outcomes(truth::probability), scores);

        assertThat(fitted).isInstanceOfSatisfying(PlattScaling.class, platt -> {
            assertThat(platt.slope()).isCloseTo(1.7, within(0.07));
            assertThat(platt.intercept()).isCloseTo(-0.4, within(0.07));
        });
    }

    @Test
    void stepsAreFoundByIsotonicCalibration() {
        CalibrationChoice choice =
                CalibrationChoice.of(outcomes(score -> score < 0.5 ? 0.1 : 0.7), scores, Clusters.alone(ROWS));

        assertThat(choice.calibration()).isInstanceOf(IsotonicCalibration.class);
        assertThat(choice.logLoss()).isLessThan(choice.uncalibratedLogLoss());
        assertThat(choice.calibration().probability(0.25)).isCloseTo(0.1, within(0.03));
        assertThat(choice.calibration().probability(0.75)).isCloseTo(0.7, within(0.03));
    }

    @Test
    void noRowIsMeasuredByACalibrationThatKnewItsOutcome() {
        byte[] noise = outcomes(score -> 0.5);

        CalibrationChoice choice = CalibrationChoice.of(noise, scores, Clusters.alone(ROWS));

        // Whoever saw the outcomes would come below the entropy of a coin.
        assertThat(choice.logLoss()).isGreaterThan(Math.log(2) - 0.0005);
    }

    @Test
    void scoresThatMeanNothingStayUncalibratedByPlatt() {
        assertThat(PlattFit.of(outcomes(score -> 1 - score), scores)).isInstanceOf(Uncalibrated.class);
    }

    @Test
    void classesThatScoresPartCanBeFitted() {
        byte[] parted = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            parted[row] = (byte) (scores[row] > 0.5 ? 1 : 0);
        }

        CalibrationChoice choice = CalibrationChoice.of(parted, scores, Clusters.alone(ROWS));

        assertThat(choice.calibration().probability(0.99)).isGreaterThan(0.99);
        assertThat(choice.calibration().probability(0.01)).isLessThan(0.01);
        assertThat(Arrays.stream(choice.probabilities()).boxed())
                .allMatch(probability -> probability >= 0 && probability <= 1);
    }

    @Test
    void isotonicCalibrationPoolsWhatDecreases() {
        byte[] labels = {0, 1, 0, 1, 1};
        double[] byScore = {0.1, 0.2, 0.4, 0.6, 0.8};

        IsotonicCalibration fitted = IsotonicFit.of(labels, byScore);

        // 0 | 1 0 | 1 1, the middle pooled to one half at its mean score 0.3
        assertThat(fitted.scores().get(1)).isCloseTo(0.3, within(1e-12));
        assertThat(fitted.probabilities().get(0)).isEqualTo(0.5 / 2);
        assertThat(fitted.probabilities().get(1)).isEqualTo(1.5 / 3);
        assertThat(fitted.probabilities()).isSorted();
    }

    @Test
    void theSameRowsGiveTheSameCalibration() {
        byte[] labels = outcomes(score -> score * score);

        assertThat(CalibrationChoice.of(labels, scores, Clusters.alone(ROWS)).calibration())
                .isEqualTo(CalibrationChoice.of(labels, Arrays.copyOf(scores, ROWS), Clusters.alone(ROWS))
                        .calibration());
    }

    /** What is said of a group's rows does not depend on their outcomes, whatever these are. */
    @Test
    void rowsOfAGroupAreHeldOutTogether() {
        Clusters groups =
                Clusters.of(IntStream.range(0, ROWS).map(row -> row % GROUPS).toArray());

        assertThat(ofFirstGroup(groups, label -> label)).isEqualTo(ofFirstGroup(groups, label -> 1 - label));
        assertThat(ofFirstGroup(Clusters.alone(ROWS), label -> label))
                .isNotEqualTo(ofFirstGroup(Clusters.alone(ROWS), label -> 1 - label));
    }

    /** Held-out probabilities, by a method that is the same whatever these few labels are. */
    private double[] ofFirstGroup(Clusters clusters, IntUnaryOperator label) {
        byte[] labels = outcomes(score -> score < 0.5 ? 0.1 : 0.7);
        for (int row = 0; row < ROWS; row += GROUPS) {
            labels[row] = (byte) label.applyAsInt(labels[row]);
        }
        CalibrationChoice choice = CalibrationChoice.of(labels, scores, clusters);
        assertThat(choice.calibration()).isInstanceOf(IsotonicCalibration.class);
        return IntStream.range(0, ROWS / GROUPS)
                .mapToDouble(i -> choice.probabilities()[i * GROUPS])
                .toArray();
    }

    private byte[] outcomes(DoubleUnaryOperator probability) {
        Random random = new Random(11);
        byte[] labels = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) (random.nextDouble() < probability.applyAsDouble(scores[row]) ? 1 : 0);
        }
        return labels;
    }
}
