package io.loanflow.trees.boosting.benchmark;

import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.boosting.Regularization;
import io.loanflow.trees.boosting.Sampling;
import io.loanflow.trees.boosting.Shape;
import io.loanflow.trees.fixture.CsvRows;
import java.util.Map;

/**
 * What everyone grows.
 *
 * @param featureFraction of each tree
 */
record Setting(int trees, int leaves, double rate, double lambdaL2, double featureFraction) {

    /** The best of LightGBM's that was found for the loans. */
    static final Setting LOANS = new Setting(615, 23, 0.08, 1, 0.3);

    /** LightGBM's defaults. */
    static final Setting DEFAULTS = new Setting(100, 31, 0.1, 0, 1);

    BoostedTrees grow(CsvRows rows, int threads) {
        return grow(rows, threads, 0);
    }

    BoostedTrees grow(CsvRows rows, int threads, int seed) {
        Shape shape = Shape.DEFAULT;
        BoostingParameters parameters = new BoostingParameters(
                trees,
                rate,
                new Shape(
                        leaves,
                        shape.maxDepth(),
                        shape.minDataInLeaf(),
                        shape.minSumHessianInLeaf(),
                        shape.minGainToSplit()),
                new Regularization(0, lambdaL2, 0),
                new Sampling(featureFraction, 1, 1, seed),
                Map.of(),
                255,
                1);
        return GradientBoosting.grow(rows.table(), rows.labelNames().get(1), parameters, threads, tree -> true);
    }

    /** As the peer's script reads it. */
    String words() {
        return "%d %d %s %s %s".formatted(trees, leaves, rate, lambdaL2, featureFraction);
    }

    static Setting of(String words) {
        String[] parts = words.split(" ");
        return new Setting(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
    }
}
