package io.loanflow.trees.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossCurveTest {

    private static final MadeUpTable ROWS = MadeUpTable.of(400);
    private static final MadeUpTable MORE = MadeUpTable.of(1000);

    /** Grows far too long on few rows. */
    private static BoostedTrees grow(LossCurve curve) {
        BoostingParameters parameters = new BoostingParameters(
                150, 0.3, new Shape(31, 1000, 2, 1e-3, 0), Regularization.NONE, Sampling.EVERYTHING, Map.of(), 255, 1);
        return GradientBoosting.grow(ROWS.table(), MadeUpTable.POSITIVE, parameters, 2, step -> {
            curve.add(step);
            return true;
        });
    }

    @Test
    void hasTheLossOfTheModelAsItWasAfterEachTree() {
        LossCurve curve = new LossCurve(MORE.names(), MORE.columns(), MORE.labels());
        BoostedTrees model = grow(curve);

        double[] losses = curve.losses();
        assertThat(losses).hasSize(150);
        for (int trees : new int[] {1, 2, 99, 100, 101, 150}) {
            assertThat(MORE.logLoss(model.first(trees))).isCloseTo(losses[trees - 1], within(1e-9));
        }
    }

    @Test
    void columnsMayStandInAnyOrder() {
        LossCurve curve = new LossCurve(MORE.names(), MORE.columns(), MORE.labels());
        List<String> names = new ArrayList<>(MORE.names());
        List<double[]> columns = new ArrayList<>(List.of(MORE.columns()));
        Collections.reverse(names);
        Collections.reverse(columns);
        LossCurve reversed = new LossCurve(names, columns.toArray(double[][]::new), MORE.labels());

        grow(curve);
        grow(reversed);

        assertThat(reversed.losses()).isEqualTo(curve.losses());
    }

    @Test
    void countsTheTreesThatDidNotHelp() {
        LossCurve curve = new LossCurve(MORE.names(), MORE.columns(), MORE.labels());
        grow(curve);

        double[] losses = curve.losses();
        int best = losses.length - 1 - curve.sinceBest();
        assertThat(best).isBetween(1, 148);
        assertThat(Arrays.stream(losses).min()).hasValue(losses[best]);
    }
}
