package io.loanflow.trees.forest;

import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.TrainingTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * What the trees of a forest say of the rows they have not seen: an honest estimate that needs no rows of its own (Breiman,
 * Random Forests, 2001). Which rows a tree has seen follows from the seed, so nothing is trained again.
 *
 * @param labels the labels, in lexicographic order
 * @param probabilities row after row of the table, the probability of each label; NaN for a row that every tree has seen
 * @param judged how many rows some tree has not seen
 * @param score the share of these whose likeliest label is right
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutOfBag(List<String> labels, double[] probabilities, int judged, double score) {

    private static final int BLOCK = 4096;

    /** Trees whose unseen rows are known at a time. */
    private static final int GROUP = 16;

    /**
     * Asks the trees.
     *
     * @param model of one {@link HistogramForestTrainer}, or joined of its parts
     * @param table what the model was trained on
     * @param parameters what it was trained with; of a trainer's later runs, {@link ForestParameters#invocation}
     * @throws IllegalArgumentException if the model does not fit to the others, or every tree has seen every row
     */
    public static OutOfBag of(WeightedEnsembleModel<Label> model, TrainingTable table, ForestParameters parameters) {
        if (!parameters.bootstrap()) {
            throw new IllegalArgumentException(
                    "bootstrap is off, so that every tree has seen every row: train with bootstrap for an out-of-bag score");
        }
        int labels = table.labelNames().size();
        double[] probabilities = probabilities(TrainedTrees.of(model, table, parameters));
        int judged = 0;
        int right = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (!Double.isNaN(probabilities[row * labels])) {
                judged++;
                right += likeliest(probabilities, row * labels, labels) == table.label(row) ? 1 : 0;
            }
        }
        return new OutOfBag(table.labelNames(), probabilities, judged, (double) right / judged);
    }

    /** The probability of a label, a number a row. */
    public double[] of(String label) {
        int position = labels.indexOf(label);
        double[] column = new double[probabilities.length / labels.size()];
        Arrays.setAll(column, row -> probabilities[row * labels.size() + position]);
        return column;
    }

    private static double[] probabilities(TrainedTrees trees) {
        List<String> labels = trees.table().labelNames();
        double[][] distributions =
                trees.leaves().stream().map(leaf -> distribution(leaf, labels)).toArray(double[][]::new);
        double[] sums = new double[Math.multiplyExact(trees.table().rows(), labels.size())];
        for (int tree = 0; tree < trees.size(); tree += GROUP) {
            addGroup(trees, tree, distributions, sums);
        }
        forEachBlock(trees.table().rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                normalise(sums, row * labels.size(), labels.size());
            }
        });
        return sums;
    }

    /** Parallel over rows: the trees of a row are added in their order, whatever the number of threads. */
    private static void addGroup(TrainedTrees trees, int first, double[][] distributions, double[] sums) {
        List<BitSet> unseen = IntStream.range(first, Math.min(trees.size(), first + GROUP))
                .parallel()
                .mapToObj(tree -> unseen(trees.weights(tree)))
                .toList();
        forEachBlock(trees.table().rows(), (from, to) -> {
            for (int tree = 0; tree < unseen.size(); tree++) {
                BitSet rows = unseen.get(tree);
                ForestTree nodes = trees.tree(first + tree);
                int[] positions = trees.positions(first + tree);
                for (int row = rows.nextSetBit(from); row >= 0 && row < to; row = rows.nextSetBit(row + 1)) {
                    add(distributions[nodes.left()[trees.leaf(nodes, positions, row)]], sums, row);
                }
            }
        });
    }

    private static void forEachBlock(int rows, Block work) {
        IntStream.range(0, (rows + BLOCK - 1) / BLOCK)
                .parallel()
                .forEach(block -> work.on(block * BLOCK, Math.min(rows, (block + 1) * BLOCK)));
    }

    private static BitSet unseen(char[] weights) {
        BitSet unseen = new BitSet(weights.length);
        for (int row = 0; row < weights.length; row++) {
            unseen.set(row, weights[row] == 0);
        }
        return unseen;
    }

    private static double[] distribution(LeafNode<Label> leaf, List<String> labels) {
        Label absent = new Label("absent", 0);
        return labels.stream()
                .mapToDouble(label ->
                        leaf.getDistribution().getOrDefault(label, absent).getScore())
                .toArray();
    }

    private static void add(double[] distribution, double[] sums, int row) {
        for (int label = 0; label < distribution.length; label++) {
            sums[row * distribution.length + label] += distribution[label];
        }
    }

    /** 0 / 0 of a row that every tree has seen is NaN. */
    private static void normalise(double[] sums, int first, int labels) {
        double sum = 0;
        for (int label = first; label < first + labels; label++) {
            sum += sums[label];
        }
        for (int label = first; label < first + labels; label++) {
            sums[label] /= sum;
        }
    }

    private static int likeliest(double[] probabilities, int first, int labels) {
        int likeliest = first;
        for (int label = first + 1; label < first + labels; label++) {
            likeliest = probabilities[label] > probabilities[likeliest] ? label : likeliest;
        }
        return likeliest - first;
    }

    /** Some rows next to each other. */
    private interface Block {
        void on(int from, int to);
    }
}
