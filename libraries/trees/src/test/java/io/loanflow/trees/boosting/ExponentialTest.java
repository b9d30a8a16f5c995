package io.loanflow.trees.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void itIsWithinTwoUnitsInTheLastPlace() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 1_000_000; i++) {
            double range = i % 2 == 0 ? 700 : 5;
            double power = random.nextDouble(-range, range);
            double exact = StrictMath.exp(power);
            assertThat(Exponential.of(power)).isCloseTo(exact, within(2 * Math.ulp(exact)));
        }
    }

    @Test
    void aProbabilityIsANumberForAnyScore() {
        assertThat(LogisticLoss.probability(0)).isEqualTo(0.5);
        assertThat(LogisticLoss.probability(Double.MAX_VALUE)).isEqualTo(1);
        assertThat(LogisticLoss.probability(-Double.MAX_VALUE))
                .isCloseTo(0, within(1e-300))
                .isPositive();
    }
}
