package io.loanflow.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void perfectScoresArePerfect() {
        Evaluation evaluation = Evaluation.of(new byte[] {0, 1, 0, 1}, new double[] {0, 1, 0, 1}, 0.5);
        assertThat(evaluation.measures())
                .containsEntry("accuracy", 1.0)
                .containsEntry("roc_auc", 1.0)
                .containsEntry("pr_auc", 1.0)
                .containsEntry("brier", 0.0);
        assertThat(evaluation.logLoss()).isCloseTo(0, within(1e-15));
    }

    @Test
    void aScoreEqualToTheThresholdIsDecidedPositive() {
        assertThat(ConfusionMatrix.of(new byte[] {1, 1}, new double[] {0.5, Math.nextDown(0.5)}, 0.5))
                .isEqualTo(new ConfusionMatrix(1, 0, 0, 1));
    }

    @Test
    void certainAndWrongIsFiniteAsInScikitLearn() {
        assertThat(Evaluation.of(new byte[] {1, 0}, new double[] {0, 1}, 0.5).logLoss())
                .isCloseTo(-Math.log(Math.ulp(1.0)), within(1e-9));
    }

    @Test
    void equalScoresRankNothing() {
        Evaluation evaluation = Evaluation.of(new byte[] {0, 1, 0, 0}, new double[] {0.3, 0.3, 0.3, 0.3}, 0.5);
        assertThat(evaluation.ranking().rocAuc()).isEqualTo(0.5);
        assertThat(evaluation.ranking().averagePrecision()).isEqualTo(0.25);
    }

    @Test
    void whatOneClassDoesNotDefineIsLeftOut() {
        Evaluation evaluation = Evaluation.of(new byte[] {0, 0}, new double[] {0.2, 0.1}, 0.5);
        assertThat(evaluation.measures())
                .doesNotContainKeys("roc_auc", "pr_auc")
                .containsEntry("precision", 0.0)
                .containsEntry("recall", 0.0)
                .containsEntry("f1", 0.0);
        assertThat(evaluation.decisions().truePositiveRate()).isNaN();
        assertThat(evaluation.decisions().falsePositiveRate()).isZero();
    }

    @Test
    void binsHoldEveryRowOnce() {
        byte[] labels = {0, 0, 1, 1, 1};
        double[] scores = {0, 0.05, 0.95, 1, 0.5};
        assertThat(CalibrationBin.of(labels, scores))
                .hasSize(10)
                .startsWith(new CalibrationBin(0, 0.1, 2, 0.025, 0))
                .endsWith(new CalibrationBin(0.9, 1, 2, 0.975, 1))
                .contains(new CalibrationBin(0.5, 0.6, 1, 0.5, 1))
                .contains(new CalibrationBin(0.1, 0.2, 0, Double.NaN, Double.NaN));
    }
}
