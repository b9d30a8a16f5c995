package io.loanflow.training.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.training.definition.GateDefinition.Leeway;
import io.loanflow.training.statistics.Estimate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerTest {

    private static final double ERROR = 0.004;

    /** Where the interval decides, where the point estimate does, and where both are near. */
    @Test
    void theGainPassesNineTimesOfTen() {
        assertThat(share(new Leeway(0, 0.005))).isCloseTo(0.9, within(0.01));
        assertThat(share(new Leeway(0, 0.02))).isCloseTo(0.9, within(0.01));
        assertThat(share(new Leeway(0.01, 0.0178))).isCloseTo(0.9, within(0.01));
    }

    @Test
    void itIsWhatTheFormulaSays() {
        // 1.96 standard errors above minus the margin, and 1.2816 more.
        assertThat(Power.gainToPass(Estimate.normal(0, ERROR, 0.95), new Leeway(0, 0.005)))
                .isCloseTo((1.959964 + 1.281552) * ERROR - 0.005, within(1e-8));
        assertThat(Power.sureGain(Estimate.normal(0, ERROR, 0.95)))
                .isCloseTo((1.959964 + 1.281552) * ERROR, within(1e-8));
    }

    private static double share(Leeway leeway) {
        double gain = Power.gainToPass(Estimate.normal(0, ERROR, 0.95), leeway);
        Random random = new Random(1);
        int passed = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            Estimate measured = Estimate.normal(gain + ERROR * random.nextGaussian(), ERROR, 0.95);
            passed += measured.value() >= -leeway.tolerance() && measured.lower() > -leeway.margin() ? 1 : 0;
        }
        return passed / (double) draws;
    }
}
