package io.loanflow.trees.boosting;

import io.loanflow.trees.score.LeafAddends;
import io.loanflow.trees.score.TreeScorer;
import io.loanflow.trees.score.TreeSums;
import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.List;

/** Scores rows by a boosted model, to the bit as {@link BoostedTrees#probability} does. */
public final class BoostedScorer implements TreeScorer {

    private final BoostedTrees model;
    private final List<String> featureNames;
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
        this.trees = new TreeSums(input(model), featureNames);
    }

    private static TreeSums.Input input(BoostedTrees model) {
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
        return new TreeSums.Input(
                model.trees(), model.featureNames(), model.bias(), leafNumbers, LeafAddends.of(values));
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
        return LogisticLoss.probability(trees.ofRow(features));
    }

    @Override
    public double[] scoreColumns(double[][] columns, int rows) {
        double[] logOdds = trees.ofColumns(columns, rows);
        double[] probabilities = new double[rows];
        Arrays.parallelSetAll(probabilities, row -> LogisticLoss.probability(logOdds[row]));
        return probabilities;
    }
}
