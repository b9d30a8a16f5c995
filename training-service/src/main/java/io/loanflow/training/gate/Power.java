package io.loanflow.training.gate;

import io.loanflow.training.definition.GateDefinition.Leeway;
import io.loanflow.training.statistics.Estimate;
import io.loanflow.training.statistics.NormalQuantile;

/** How large a true gain must be, so that a challenger passes 9 times of 10 on rows such as these. */
final class Power {

    private static final double CHANCE = 0.9;

    private Power() {}

    /** Measured gains scatter about the true one by the standard error, and must be at least what the gate asks for. */
    static double gainToPass(Estimate gain, Leeway leeway) {
        double reach = NormalQuantile.twoSided(gain.confidence()) * gain.standardError();
        double needed = Math.max(-leeway.tolerance(), reach - leeway.margin());
        return needed + NormalQuantile.of(CHANCE) * gain.standardError();
    }

    static double sureGain(Estimate gain) {
        return (NormalQuantile.twoSided(gain.confidence()) + NormalQuantile.of(CHANCE)) * gain.standardError();
    }
}
