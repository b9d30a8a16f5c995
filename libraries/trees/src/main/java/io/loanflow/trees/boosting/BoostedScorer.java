package io.loanflow.trees.boosting;

import io.loanflow.trees.score.LeafAddends;
import io.loanflow.trees.score.TreeScorer;
import io.loanflow.trees.score.TreeSums;
import io.loanflow.trees.tree.RowReadings;
import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Scores rows by a boosted model, to the bit as {@link BoostedTrees#probability} does. */
public final class BoostedScorer implements TreeScorer {

    private static final int PIECE = 2048;

    private final BoostedTrees model;
    private final List<String> featureNames;
    private final RowReadings readings;
    private final TreeSums trees;

    /**
     * A scorer.
     *
     * @param featureNames the columns of each row to score, in the order of the row; may hold names that the model does not know
     * @throws IllegalArgumentException if the model splits on a feature that is not named
     */
    public BoostedScorer(BoostedTrees model, List<String> featureNames) {
        this.model = model;
        this.featureNames = List.copyOf(featureNames);
        this.readings = new RowReadings(model.featureNames(), model.readings(), featureNames);
        this.trees = new TreeSums(sums(model), readings.names());
    }

    /** What is added up for a row of the model's readings. */
    public static TreeSums.Input sums(BoostedTrees model) {
        int[][] leafNumbers = new int[model.trees().size()][];
        double[] values =
                new double[model.trees().stream().mapToInt(Tree::kinds).sum()];
        int next = 0;
        for (int i = 0; i < leafNumbers.length; i++) {
            Tree tree = model.trees().get(i);
            int first = next;
            leafNumbers[i] = new int[tree.kinds()];
            Arrays.setAll(leafNumbers[i], kind -> first + kind);
            for (int kind = 0; kind < tree.kinds(); kind++) {
                values[next++] = tree.valueOfKind(kind, 0);
            }
        }
        return new TreeSums.Input(model.trees(), names(model), model.bias(), leafNumbers, LeafAddends.of(values));
    }

    private static List<String> names(BoostedTrees model) {
        return model.readings().list().stream()
                .map(reading -> reading.name(model.featureNames().get(reading.feature())))
                .toList();
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
        return LogisticLoss.probability(trees.ofRow(readings.isPlain() ? features : readings.of(features)));
    }

    /** Readings take memory of their own, so that they are made of some rows at a time. */
    private double[] inPieces(double[][] columns, int rows) {
        double[] sums = new double[rows];
        IntStream.range(0, (rows + PIECE - 1) / PIECE).parallel().forEach(piece -> {
            int from = piece * PIECE;
            int count = Math.min(PIECE, rows - from);
            double[] part = trees.ofColumns(readings.of(columns, from, from + count), count);
            System.arraycopy(part, 0, sums, from, count);
        });
        return sums;
    }

    @Override
    public double[] scoreColumns(double[][] columns, int rows) {
        double[] logOdds = readings.isPlain() ? trees.ofColumns(columns, rows) : inPieces(columns, rows);
        double[] probabilities = new double[rows];
        Arrays.parallelSetAll(probabilities, row -> LogisticLoss.probability(logOdds[row]));
        return probabilities;
    }
}
