package io.loanflow.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.dataset.DecisionCosts;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private static final byte[] LABELS = {0, 0, 1, 0, 1, 1, 0, 1};
    private static final double[] PROBABILITIES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9};

    @Test
    void withoutCostsF1IsBest() {
        // Approving from 0.5 on: 3 of 4 right, 3 of 4 found, F1 0.75; from 0.3 on: 4 of 6 right, all found, F1 0.8.
        assertThat(Threshold.of(LABELS, PROBABILITIES, null)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aDearApprovalRaisesIt() {
        assertThat(Threshold.of(LABELS, PROBABILITIES, new DecisionCosts(10, 1)))
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void aDearRejectionLowersIt() {
        assertThat(Threshold.of(LABELS, PROBABILITIES, new DecisionCosts(1, 10)))
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void onlyTheRatioOfCostsMatters() {
        assertThat(Threshold.of(LABELS, PROBABILITIES, new DecisionCosts(3, 2)))
                .isEqualTo(Threshold.of(LABELS, PROBABILITIES, new DecisionCosts(300, 200)));
    }

    @Test
    void itPartsTheRowsEvenBetweenNeighbouringNumbers() {
        double lower = 0.5;
        double higher = Math.nextUp(lower);

        double threshold = Threshold.of(new byte[] {0, 1}, new double[] {lower, higher}, null);

        assertThat(threshold).isEqualTo(higher);
    }

    @Test
    void itIsAboveZeroAndBelowOne() {
        assertThat(Threshold.of(new byte[] {1, 1, 0}, new double[] {0, 0, 0}, null))
                .isGreaterThan(0);
        assertThat(Threshold.of(new byte[] {0, 1}, new double[] {1, 1}, null)).isLessThan(1);
    }
}
