package io.loanflow.trees.forest;

import io.loanflow.trees.grow.Bootstrap;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.tree.Tree;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What the trees of a forest say of the rows that they have not seen. */
final class UnseenRows {

    private static final int BLOCK = 4096;

    /** Trees whose unseen rows are known at a time. */
    private static final int GROUP = 16;

    private final Forest forest;

    private final Bootstrap bootstrap;

    private final double[][] columns;

    private final int rows;

    private final int labels;

    /** @param table of the forest's features and labels */
    UnseenRows(Forest forest, TrainingTable table, Bootstrap bootstrap) {
        this.forest = forest;
        this.bootstrap = bootstrap;
        this.columns = IntStream.range(0, forest.features().size())
                .mapToObj(table::column)
                .toArray(double[][]::new);
        this.rows = table.rows();
        this.labels = forest.labels().size();
    }

    /** Row after row, the probability of each label; NaN for a row that every tree has seen. */
    double[] probabilities() {
        double[] sums = new double[Math.multiplyExact(rows, labels)];
        for (int tree = 0; tree < forest.size(); tree += GROUP) {
            addGroup(tree, sums);
        }
        forEachBlock((from, to) -> {
            for (int row = from; row < to; row++) {
                normalise(sums, row * labels);
            }
        });
        return sums;
    }

    /** Parallel over rows: the trees of a row are added in their order, whatever the number of threads. */
    private void addGroup(int first, double[] sums) {
        List<Tree> trees = forest.trees().subList(first, Math.min(forest.size(), first + GROUP));
        List<BitSet> unseen = IntStream.range(first, first + trees.size())
                .parallel()
                .mapToObj(this::unseen)
                .toList();
        forEachBlock((from, to) -> {
            for (int i = 0; i < trees.size(); i++) {
                BitSet unseenByTree = unseen.get(i);
                for (int row = unseenByTree.nextSetBit(from);
                        row >= 0 && row < to;
                        row = unseenByTree.nextSetBit(row + 1)) {
                    add(trees.get(i), row, sums);
                }
            }
        });
    }

    private void forEachBlock(Block work) {
        IntStream.range(0, (rows + BLOCK - 1) / BLOCK)
                .parallel()
                .forEach(block -> work.on(block * BLOCK, Math.min(rows, (block + 1) * BLOCK)));
    }

    private BitSet unseen(int tree) {
        char[] weights = new char[rows];
        bootstrap.draw(tree, weights);
        BitSet unseen = new BitSet(rows);
        for (int row = 0; row < rows; row++) {
            unseen.set(row, weights[row] == 0);
        }
        return unseen;
    }

    private void add(Tree tree, int row, double[] sums) {
        int leaf = tree.leafOf(columns, row);
        for (int label = 0; label < labels; label++) {
            sums[row * labels + label] += tree.value(leaf, label);
        }
    }

    /** 0 / 0 of a row that every tree has seen is NaN. */
    private void normalise(double[] sums, int first) {
        double sum = 0;
        for (int label = first; label < first + labels; label++) {
            sum += sums[label];
        }
        for (int label = first; label < first + labels; label++) {
            sums[label] /= sum;
        }
    }

    /** Some rows next to each other. */
    private interface Block {
        void on(int from, int to);
    }
}
