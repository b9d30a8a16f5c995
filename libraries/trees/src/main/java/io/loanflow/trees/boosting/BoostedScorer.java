package io.loanflow.trees.boosting;

import io.loanflow.trees.score.TreeScorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Scores rows by a boosted model, to the bit as {@link BoostedTrees#probability} does. */
public final class BoostedScorer implements TreeScorer {

    /** Rows that pass one tree together, while its nodes are at hand. */
    private static final int BLOCK = 256;

    private final BoostedTrees model;
    private final List<String> featureNames;
    private final PackedTrees trees;

    /**
     * A scorer.
     *
     * @param featureNames the columns of each row to score, in the order of the row; may hold names that the model does not know
     * @throws IllegalArgumentException if the model splits on a feature that is not named
     */
    public BoostedScorer(BoostedTrees model, List<String> featureNames) {
        this.model = model;
        this.featureNames = List.copyOf(featureNames);
        int[] places =
                model.featureNames().stream().mapToInt(featureNames::indexOf).toArray();
        for (var tree : model.trees()) {
            for (int node = 0; node < tree.nodes(); node++) {
                Checks.require(
                        tree.isLeaf(node) || places[tree.feature(node)] >= 0,
                        tree.isLeaf(node)
                                ? ""
                                : "The model splits on '" + model.featureNames().get(tree.feature(node))
                                        + "', which the rows lack: they have " + featureNames);
            }
        }
        trees = new PackedTrees(model.trees(), places, featureNames.size());
    }

    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    @Override
    public int size() {
        return trees.size();
    }

    @Override
    public String digest() {
        return model.digest();
    }

    @Override
    public double score(double[] features) {
        Checks.require(
                features.length == featureNames.size(),
                "The row has " + features.length + " values and the model needs " + featureNames.size()
                        + ": give one value for each of " + featureNames);
        int[] ranks = new int[features.length];
        for (int place = 0; place < ranks.length; place++) {
            ranks[place] = rank(place, features[place]);
        }
        return LogisticLoss.probability(trees.add(model.bias(), ranks));
    }

    @Override
    public double[] scoreColumns(double[][] columns, int rows) {
        Checks.require(
                columns.length == featureNames.size(),
                "There are " + columns.length + " columns and the model needs " + featureNames.size()
                        + ": give one for each of " + featureNames);
        double[] scores = new double[rows];
        IntStream.range(0, (rows + BLOCK - 1) / BLOCK)
                .parallel()
                .forEach(block -> scoreBlock(columns, block * BLOCK, Math.min(rows, (block + 1) * BLOCK), scores));
        return scores;
    }

    private void scoreBlock(double[][] columns, int from, int to, double[] scores) {
        int width = columns.length;
        int[] ranks = new int[(to - from) * width];
        for (int place = 0; place < width; place++) {
            for (int row = from; row < to; row++) {
                ranks[(row - from) * width + place] = rank(place, columns[place][row]);
            }
        }
        double[] sums = new double[to - from];
        Arrays.fill(sums, model.bias());
        trees.add(sums, ranks, to - from);
        for (int row = from; row < to; row++) {
            scores[row] = LogisticLoss.probability(sums[row - from]);
        }
    }

    private int rank(int place, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("The feature '" + featureNames.get(place)
                    + "' is not a number (NaN): fill missing values before scoring");
        }
        return trees.rank(place, value);
    }
}
