package io.loanflow.trees.score;

import io.loanflow.trees.forest.Combination;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the trees of a forest breadth first into the arrays of {@link FlatTrees}. */
final class ForestFlattener {

    private final Forest forest;

    private final List<String> featureNames;

    /** Per feature of the forest, its column, or -1. */
    private final int[] columns;

    private final int positive;

    private final int stride;

    private final long[] nodes;

    /** The numbers of leaves: of what they add to a row's sums, the positive label's part last. */
    private final Map<List<Double>, Integer> leaves = new HashMap<>();

    ForestFlattener(Forest forest, List<String> featureNames, String positiveLabel) {
        this.forest = forest;
        this.featureNames = featureNames;
        this.columns = columns(forest.features(), featureNames);
        this.positive = forest.labels().indexOf(positiveLabel);
        if (positive < 0) {
            throw new IllegalArgumentException(
                    "The model does not know the label '" + positiveLabel + "': name one of " + forest.labels());
        }
        this.stride = forest.combination() == Combination.FULLY_WEIGHTED
                ? forest.labels().size()
                : 1;
        this.nodes = new long[2 * forest.trees().stream().mapToInt(Tree::nodes).reduce(0, Math::addExact)];
    }

    private static int[] columns(List<String> features, List<String> featureNames) {
        if (featureNames.isEmpty()) {
            throw new IllegalArgumentException("No feature is named: name the columns of the rows to score");
        }
        Map<String, Integer> columnOf = new HashMap<>();
        for (String name : featureNames) {
            if (columnOf.put(name, columnOf.size()) != null) {
                throw new IllegalArgumentException("The feature '" + name + "' is named twice: name each column once");
            }
        }
        return features.stream()
                .mapToInt(feature -> columnOf.getOrDefault(feature, -1))
                .toArray();
    }

    FlatTrees flatten() {
        int[] roots = new int[forest.size()];
        int next = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = next;
            next += flatten(forest.trees().get(tree), forest.weights().get(tree), next);
        }
        double[] masses = new double[leaves.size() * stride];
        double[] positives = new double[leaves.size()];
        leaves.forEach((numbers, leaf) -> {
            for (int mass = 0; mass < stride; mass++) {
                masses[leaf * stride + mass] = numbers.get(mass);
            }
            positives[leaf] = numbers.get(stride);
        });
        return new FlatTrees(roots, nodes, stride, masses, positives);
    }

    /** @return the number of nodes */
    private int flatten(Tree tree, float weight, int root) {
        int[] numbers = numbers(tree, weight);
        int[] queue = new int[tree.nodes()];
        int queued = 1;
        for (int i = 0; i < queue.length; i++) {
            int node = queue[i];
            if (tree.isLeaf(node)) {
                FlatTrees.putLeaf(nodes, root + i, numbers[tree.kind(node)]);
            } else {
                FlatTrees.putSplit(nodes, root + i, column(tree.feature(node)), tree.threshold(node), root + queued);
                queue[queued++] = tree.left(node);
                queue[queued++] = tree.left(node) + 1;
            }
        }
        return queue.length;
    }

    private int column(int feature) {
        if (columns[feature] < 0) {
            throw new IllegalArgumentException("The model splits on the feature '"
                    + forest.features().get(feature) + "', which is not among the named features " + featureNames);
        }
        return columns[feature];
    }

    /** By kind of the tree's leaves. */
    private int[] numbers(Tree tree, float weight) {
        int[] numbers = new int[tree.kinds()];
        Arrays.setAll(numbers, kind -> {
            List<Double> addends = addends(tree, kind, weight);
            Integer known = leaves.putIfAbsent(addends, leaves.size());
            return known == null ? leaves.size() - 1 : known;
        });
        return numbers;
    }

    private List<Double> addends(Tree tree, int kind, float weight) {
        return switch (forest.combination()) {
            case NONE -> List.of(1.0, tree.valueOfKind(kind, positive));
            case VOTING -> List.of((double) weight, forest.vote(tree, kind) == positive ? (double) weight : 0.0);
            case FULLY_WEIGHTED -> distribution(tree, kind, weight);
        };
    }

    private List<Double> distribution(Tree tree, int kind, float weight) {
        Double[] addends = new Double[stride + 1];
        for (int i = 0; i < stride; i++) {
            addends[i] = weight * tree.valueOfKind(kind, forest.summation().get(i));
        }
        addends[stride] = weight * tree.valueOfKind(kind, positive);
        return List.of(addends);
    }
}
