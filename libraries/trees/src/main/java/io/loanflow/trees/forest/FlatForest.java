package io.loanflow.trees.forest;

import io.loanflow.trees.score.TreeScorer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * A Tribuo forest of classification trees in primitive arrays, for scoring dense rows.
 *
 * <p>The score is the probability Tribuo itself gives to the positive label, to the last bit: trees are visited in the
 * model's order and every floating-point addition of Tribuo's combiner is repeated in its order. Immutable and
 * thread-safe; scoring allocates nothing per row.
 *
 * <p>Nodes of a tree lie breadth first, the two children of a node next to each other, so that a step down is an
 * addition instead of a branch.
 */
public final class FlatForest implements TreeScorer {

    /** Most rows that pass one tree together: the more share its nodes the better, as long as a column stays in the cache. */
    private static final int LARGEST_BLOCK = 1 << 15;

    /** Fewest rows that are worth a thread of their own. */
    private static final int SMALLEST_BLOCK = 1 << 10;

    private final FlatTrees trees;

    private final List<String> featureNames;

    private final String positiveLabel;

    private final String digest;

    private FlatForest(FlatTrees trees, List<String> featureNames, String positiveLabel, String digest) {
        this.trees = trees;
        this.featureNames = featureNames;
        this.positiveLabel = positiveLabel;
        this.digest = digest;
    }

    /**
     * Flattens a model.
     *
     * @param model a {@code TreeModel}, or a {@code WeightedEnsembleModel} of them with Tribuo's voting or fully weighted
     *     voting combiner
     * @param featureNames the names of the columns of each row to score, in the order of the row; may hold names that
     *     the model does not know
     * @param positiveLabel the label whose probability is the score
     * @throws IllegalArgumentException if the model is of another kind, splits on a feature that is not named, or does
     *     not know the positive label
     */
    public static FlatForest of(Model<Label> model, List<String> featureNames, String positiveLabel) {
        return of(ForestMembers.of(model), featureNames, positiveLabel);
    }

    /**
     * Flattens a model in Tribuo's protobuf format, such as {@link ForestFile#write} and Tribuo itself write it. Several
     * times as fast as to let Tribuo read the model first.
     *
     * @param file its content, which is not changed
     * @param featureNames as for {@link #of(Model, List, String)}
     * @param positiveLabel as for {@link #of(Model, List, String)}
     * @throws IOException if the bytes are no such file
     * @throws IllegalArgumentException as for {@link #of(Model, List, String)}
     */
    public static FlatForest read(byte[] file, List<String> featureNames, String positiveLabel) throws IOException {
        return of(ForestFile.read(file), featureNames, positiveLabel);
    }

    private static FlatForest of(ForestMembers members, List<String> featureNames, String positiveLabel) {
        FlatTrees trees = new ForestFlattener(members, featureNames, positiveLabel).flatten();
        return new FlatForest(trees, List.copyOf(featureNames), positiveLabel, ForestDigest.of(members));
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

    /**
     * SHA-256 in hexadecimal of what the trees decide: features by name, thresholds, distributions of the leaves, weights
     * and combiner. The same before and after a model is saved, and free of time stamps.
     */
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
