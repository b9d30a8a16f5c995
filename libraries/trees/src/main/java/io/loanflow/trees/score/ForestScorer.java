package io.loanflow.trees.score;

import io.loanflow.trees.forest.Forest;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Scores dense rows by a forest in primitive arrays.
 *
 * <p>The score is the probability Tribuo itself gives to the positive label, once it has read the forest from its file, to the last bit:
 * trees are visited in the forest's order and every floating-point addition of Tribuo's combiner is repeated in its order. Immutable and
 * thread-safe; scoring allocates nothing per row.
 *
 * <p>Nodes of a tree lie breadth first, the two children of a node next to each other, so that a step down is an
 * addition instead of a branch.
 */
public final class ForestScorer implements TreeScorer {

    /** Most rows that pass one tree together: the more share its nodes the better, as long as a column stays in the cache. */
    private static final int LARGEST_BLOCK = 1 << 15;

    /** Fewest rows that are worth a thread of their own. */
    private static final int SMALLEST_BLOCK = 1 << 10;

    private final FlatTrees trees;

    private final List<String> featureNames;

    private final String positiveLabel;

    private final String digest;

    /**
     * A scorer.
     *
     * @param featureNames the names of the columns of each row to score, in the order of the row; may hold names that the forest does not
     *     know
     * @param positiveLabel the label whose probability is the score
     * @throws IllegalArgumentException if the forest splits on a feature that is not named, or does not know the positive label
     */
    public ForestScorer(Forest forest, List<String> featureNames, String positiveLabel) {
        this.trees = new ForestFlattener(forest, featureNames, positiveLabel).flatten();
        this.featureNames = List.copyOf(featureNames);
        this.positiveLabel = positiveLabel;
        this.digest = forest.digest();
    }

    /**
     * Scores one row.
     *
     * @param features one finite or infinite value per feature name; a feature Tribuo calls missing is 0
     * @return the probability of the positive label
     * @throws IllegalArgumentException if the row has another length or holds a NaN, which Tribuo refuses as well
     */
    @Override
    public double score(double[] features) {
        if (features.length != featureNames.size()) {
            throw new IllegalArgumentException("The row has " + features.length + " values and the model needs "
                    + featureNames.size() + ": give one value for each of " + featureNames);
        }
        for (int i = 0; i < features.length; i++) {
            refuseNaN(features[i], i);
        }
        return trees.score(features);
    }

    /**
     * Scores columns in parallel.
     *
     * @param columns one array per feature name, each with at least {@code rows} values; finite or infinite
     * @return one probability per row
     */
    @Override
    public double[] scoreColumns(double[][] columns, int rows) {
        if (columns.length != featureNames.size()) {
            throw new IllegalArgumentException("There are " + columns.length + " columns and the model needs "
                    + featureNames.size() + ": give one for each of " + featureNames);
        }
        return scoreBlocks(columns, rows);
    }

    /**
     * Scores rows that lie one after the other in one array, in parallel.
     *
     * @param values {@code rows} times the number of feature names
     * @return one probability per row
     */
    public double[] scoreRows(double[] values, int rows) {
        int width = featureNames.size();
        if (values.length != Math.multiplyExact(rows, width)) {
            throw new IllegalArgumentException("There are " + values.length + " values for " + rows + " rows of "
                    + width + " features: give rows times features values");
        }
        double[][] columns = new double[width][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                columns[column][row] = values[row * width + column];
            }
        }
        return scoreBlocks(columns, rows);
    }

    private double[] scoreBlocks(double[][] columns, int rows) {
        double[] scores = new double[rows];
        int size = blockSize(rows);
        IntStream.range(0, ceilDiv(rows, size))
                .parallel()
                .forEach(block -> scoreBlock(columns, block * size, Math.min(rows, (block + 1) * size), scores));
        return scores;
    }

    /** Equal shares for all threads, so that none of them waits for another's last block. */
    private static int blockSize(int rows) {
        int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
        int rounds = ceilDiv(rows, threads * LARGEST_BLOCK);
        return Math.max(SMALLEST_BLOCK, ceilDiv(rows, Math.max(1, threads * rounds)));
    }

    private static int ceilDiv(int dividend, int divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    private void scoreBlock(double[][] columns, int from, int to, double[] scores) {
        for (int column = 0; column < columns.length; column++) {
            for (int row = from; row < to; row++) {
                refuseNaN(columns[column][row], column);
            }
        }
        new BlockScorer(trees, columns, from, to, scores).score();
    }

    private void refuseNaN(double value, int column) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("The feature '" + featureNames.get(column)
                    + "' is not a number (NaN): fill missing values before scoring");
        }
    }

    /** The names of the columns of each row, in order. */
    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    /** The label whose probability is the score. */
    public String positiveLabel() {
        return positiveLabel;
    }

    /** {@link Forest#digest}. */
    @Override
    public String digest() {
        return digest;
    }

    /** The number of trees. */
    @Override
    public int size() {
        return trees.size();
    }
}
