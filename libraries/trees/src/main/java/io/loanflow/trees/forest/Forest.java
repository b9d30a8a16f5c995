package io.loanflow.trees.forest;

import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.tree.Tree;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees that decide together on a label.
 *
 * @param features what the places are called that splits look at
 * @param labels in lexicographic order
 * @param summation the places of the labels in the order in which Tribuo adds their probabilities: that of a {@code HashMap}
 * @param trees a leaf's numbers are the probability of each label, and then the place of the label that it votes for
 * @param weights one a tree
 */
public record Forest(
        List<String> features,
        List<String> labels,
        List<Integer> summation,
        List<Tree> trees,
        List<Float> weights,
        Combination combination) {

    public Forest {
        features = List.copyOf(features);
        labels = List.copyOf(labels);
        summation = List.copyOf(summation);
        trees = List.copyOf(trees);
        weights = List.copyOf(weights);
    }

    /** Of trees grown on a table, each as good as another. */
    public static Forest of(TrainingTable table, List<Tree> trees) {
        return new Forest(
                table.featureNames(),
                table.labelNames(),
                summation(table.labelNames(), table.labelNames()),
                trees,
                Collections.nCopies(trees.size(), 1.0f / trees.size()),
                Combination.FULLY_WEIGHTED);
    }

    /**
     * The order in which Tribuo adds up, once it has read the labels.
     *
     * @param labels in lexicographic order
     * @param written the same labels in the order in which a file has them
     */
    public static List<Integer> summation(List<String> labels, List<String> written) {
        Map<String, Integer> places = new HashMap<>();
        written.forEach(label -> places.put(label, labels.indexOf(label)));
        // Copied as Tribuo copies it, into a table of another size.
        return List.copyOf(new HashMap<>(places).values());
    }

    /** The number of trees. */
    public int size() {
        return trees.size();
    }

    /** The label that a kind of a tree's leaves votes for, as its place. */
    public int vote(Tree tree, int kind) {
        return (int) tree.valueOfKind(kind, labels.size());
    }

    /**
     * SHA-256 in hexadecimal of what the trees decide: features by name, thresholds, distributions of the leaves, weights and combination.
     * The same before and after a forest is saved, and free of time stamps.
     */
    public String digest() {
        return ForestDigest.of(this);
    }
}
