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
 * @param decisionFunction per row of the table, the probability of each label; NaN for a row that every tree has seen
 * @param judged how many rows some tree has not seen
 * @param score the share of these whose likeliest label is right
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutOfBag(List<String> labels, double[][] decisionFunction, int judged, double score) {

    private static final int BLOCK = 4096;

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
        TrainedTrees trees = TrainedTrees.of(model, table, parameters);
        double[][] decisions = decisions(trees);
        int judged = 0;
        int right = 0;
        for (int row = 0; row < decisions.length; row++) {
            if (!Double.isNaN(decisions[row][0])) {
                judged++;
                right += likeliest(decisions[row]) == table.label(row) ? 1 : 0;
            }
        }
        return new OutOfBag(table.labelNames(), decisions, judged, (double) right / judged);
    }

    private static double[][] decisions(TrainedTrees trees) {
        List<BitSet> unseen = IntStream.range(0, trees.size())
                .parallel()
                .mapToObj(tree -> unseen(trees.weights(tree)))
                .toList();
        double[][] distributions = trees.leaves().stream()
                .map(leaf -> distribution(leaf, trees.table().labelNames()))
                .toArray(double[][]::new);
        int rows = trees.table().rows();
        double[][] decisions = new double[rows][distributions[0].length];
        // Parallel over rows: the trees of a row are added in their order, whatever the number of threads.
        IntStream.range(0, (rows + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int end = Math.min(rows, (block + 1) * BLOCK);
            for (int tree = 0; tree < trees.size(); tree++) {
                add(trees, tree, unseen.get(tree), distributions, block * BLOCK, end, decisions);
            }
            for (int row = block * BLOCK; row < end; row++) {
                normalise(decisions[row]);
            }
        });
        return decisions;
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

    private static void add(
            TrainedTrees trees, int tree, BitSet unseen, double[][] distributions, int from, int to, double[][] sums) {
        ForestTree nodes = trees.tree(tree);
        int[] positions = trees.positions(tree);
        for (int row = unseen.nextSetBit(from); row >= 0 && row < to; row = unseen.nextSetBit(row + 1)) {
            double[] distribution = distributions[nodes.left()[trees.leaf(nodes, positions, row)]];
            for (int label = 0; label < distribution.length; label++) {
                sums[row][label] += distribution[label];
            }
        }
    }

    /** 0 / 0 of a row that every tree has seen is NaN. */
    private static void normalise(double[] decision) {
        double sum = Arrays.stream(decision).sum();
        for (int label = 0; label < decision.length; label++) {
            decision[label] /= sum;
        }
    }

    private static int likeliest(double[] decision) {
        int likeliest = 0;
        for (int label = 1; label < decision.length; label++) {
            likeliest = decision[label] > decision[likeliest] ? label : likeliest;
        }
        return likeliest;
    }
}
