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
 * @param least a leaf may have
 */
record Setting(int trees, int leaves, double rate, double lambdaL2, double featureFraction, Least least) {

    /**
     * What a leaf has at least. LightGBM does not count the rows of a split's sides but estimates them from their second derivatives, so
     * that a number of rows means something else there; a sum of second derivatives means the same.
     */
    record Least(int rows, double hessian) {

        static final Least LIGHT_GBM = new Least(20, 1e-3);

        /** 5 rows whose probability is one half, or more of others. */
        static final Least HESSIAN = new Least(1, 1.25);
    }

    /** The best of LightGBM's that was found for the loans. */
    static final Setting LOANS = new Setting(615, 23, 0.08, 1, 0.3, Least.LIGHT_GBM);

    /** LightGBM's defaults. */
    static final Setting DEFAULTS = new Setting(100, 31, 0.1, 0, 1, Least.LIGHT_GBM);

    /** The same but for what a leaf has at least. */
    static final Setting HESSIAN = new Setting(100, 31, 0.1, 0, 1, Least.HESSIAN);

    BoostedTrees grow(CsvRows rows, int threads) {
        return grow(rows, threads, 0);
    }

    BoostedTrees grow(CsvRows rows, int threads, int seed) {
        Shape shape = Shape.DEFAULT;
        BoostingParameters parameters = new BoostingParameters(
                trees,
                rate,
                new Shape(leaves, shape.maxDepth(), least.rows(), least.hessian(), shape.minGainToSplit()),
                new Regularization(0, lambdaL2, 0),
                new Sampling(featureFraction, 1, 1, 0),
                Map.of(),
                255,
                seed);
        return GradientBoosting.grow(rows.table(), rows.labelNames().get(1), parameters, threads, tree -> true);
    }

    /** As the peer's script reads it. */
    String words() {
        return "%d %d %s %s %s %d %s"
                .formatted(trees, leaves, rate, lambdaL2, featureFraction, least.rows(), least.hessian());
    }

    static Setting of(String words) {
        String[] parts = words.split(" ");
        return new Setting(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]),
                new Least(Integer.parseInt(parts[5]), Double.parseDouble(parts[6])));
    }
}
