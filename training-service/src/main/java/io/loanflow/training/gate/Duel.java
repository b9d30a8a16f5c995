package io.loanflow.training.gate;

import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.statistics.Statistic;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two versions on the same rows.
 *
 * @param champion null where there is none yet
 * @param sameRows whether both were trained on the same rows
 */
public record Duel(
        GateDefinition rule,
        TestRows test,
        Contender challenger,
        @Nullable Contender champion,
        boolean sameRows) {

    /** The challenger's figure less the champion's; the challenger's alone where there is no champion. */
    Statistic difference(Function<Contender, Statistic> figure) {
        Statistic own = figure.apply(challenger);
        return champion == null ? own : own.minus(figure.apply(champion));
    }

    double ofChallenger(Function<Contender, Statistic> figure) {
        return figure.apply(challenger).observed(test.size());
    }

    /** NaN where there is no champion. */
    double ofChampion(Function<Contender, Statistic> figure) {
        return champion == null ? Double.NaN : figure.apply(champion).observed(test.size());
    }
}
