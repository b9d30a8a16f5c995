package io.loanflow.trees.score;

import io.loanflow.trees.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What trees add up to for rows of named features, one by one or many at a time, with the same bits. Immutable and thread-safe. */
public final class TreeSums {

    /** Rows that pass a tree together: where tops are all there is, as many as have their ranks in the nearest cache. */
    private static final int BLOCK_OF_TOPS = 256;

    /** Else more of them, for whom the tree's nodes are fetched once. */
    private static final int BLOCK = 1 << 11;

    private final List<String> featureNames;

    private final double start;

    private final FlatTrees trees;

    private final TreeTops tops;

    /**
     * Of trees.
     *
     * @param input the trees and what their leaves add
     * @param featureNames the names of the columns of each row, in the order of the row; may hold names that the trees do not know
     * @throws IllegalArgumentException if the trees split on a feature that is not named
     */
    public TreeSums(Input input, List<String> featureNames) {
        this.featureNames = List.copyOf(featureNames);
        this.start = input.start();
        Flattener flattener = new Flattener(input.trees(), columns(input, featureNames), featureNames.size());
        this.trees = flattener.flatten(input.trees(), input.leafNumbers(), input.leaves());
        this.tops = flattener.tops();
    }

    /**
     * What is added up.
     *
     * @param features what the trees call theirs
     * @param start the sum of no tree
     * @param leafNumbers by tree and kind of its leaves, the number of what it adds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Input(
            List<Tree> trees, List<String> features, double start, int[][] leafNumbers, LeafAddends leaves) {}

    private static int[] columns(Input input, List<String> featureNames) {
        if (featureNames.isEmpty()) {
            throw new IllegalArgumentException("No feature is named: name the columns of the rows to score");
        }
        Map<String, Integer> columnOf = new HashMap<>();
        for (String name : featureNames) {
            if (columnOf.put(name, columnOf.size()) != null) {
                throw new IllegalArgumentException("The feature '" + name + "' is named twice: name each column once");
            }
        }
        int[] columns = input.features().stream()
                .mapToInt(feature -> columnOf.getOrDefault(feature, -1))
                .toArray();
        for (Tree tree : input.trees()) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node) && columns[tree.feature(node)] < 0) {
                    throw new IllegalArgumentException("The model splits on the feature '"
                            + input.features().get(tree.feature(node))
                            + "', which is not among the named features " + featureNames);
                }
            }
        }
        return columns;
    }

    /** The number of trees. */
    public int size() {
        return trees.size();
    }

    /**
     * Of one row.
     *
     * @param features one finite or infinite value per feature name
     * @throws IllegalArgumentException if the row has another length or holds a NaN
     */
    public double ofRow(double[] features) {
        if (features.length != featureNames.size()) {
            throw new IllegalArgumentException("The row has " + features.length + " values and the model needs "
                    + featureNames.size() + ": give one value for each of " + featureNames);
        }
        int[] ranks = new int[trees.ranksOfRow()];
        for (int column = 0; column < features.length; column++) {
            refuseNaN(features[column], column);
            ranks[column] = trees.thresholds().rank(column, features[column]);
        }
        return trees.score(ranks, start);
    }

    /**
     * Of columns, in parallel.
     *
     * @param columns one array per feature name, each with at least {@code rows} values; finite or infinite
     * @return one sum per row
     * @throws IllegalArgumentException if there are more or fewer columns, or a NaN
     */
    public double[] ofColumns(double[][] columns, int rows) {
        if (columns.length != featureNames.size()) {
            throw new IllegalArgumentException("There are " + columns.length + " columns and the model needs "
                    + featureNames.size() + ": give one for each of " + featureNames);
        }
        double[] sums = new double[rows];
        int size = tops.whole() ? BLOCK_OF_TOPS : BLOCK;
        IntStream.range(0, (rows + size - 1) / size).parallel().forEach(block -> {
            int from = block * size;
            double[] part = ofBlock(columns, from, Math.min(rows, from + size));
            System.arraycopy(part, 0, sums, from, part.length);
        });
        return sums;
    }

    private double[] ofBlock(double[][] columns, int from, int to) {
        BlockScorer block = new BlockScorer(trees, tops, to - from);
        for (int column = 0; column < columns.length; column++) {
            for (int row = from; row < to; row++) {
                refuseNaN(columns[column][row], column);
            }
            block.put(column, columns[column], from);
        }
        return block.score(start);
    }

    private void refuseNaN(double value, int column) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("The feature '" + featureNames.get(column)
                    + "' is not a number (NaN): fill missing values before scoring");
        }
    }
}
