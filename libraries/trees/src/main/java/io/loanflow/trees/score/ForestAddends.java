package io.loanflow.trees.score;

import io.loanflow.trees.forest.Combination;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the leaves of a forest add, each distinct one once. */
final class ForestAddends {

    private final Forest forest;

    private final int positive;

    private final int stride;

    /** The numbers of leaves by what they add: to the total, and the positive label's part last. */
    private final Map<List<Double>, Integer> numbers = new HashMap<>();

    private ForestAddends(Forest forest, String positiveLabel) {
        this.forest = forest;
        this.positive = forest.labels().indexOf(positiveLabel);
        if (positive < 0) {
            throw new IllegalArgumentException(
                    "The model does not know the label '" + positiveLabel + "': name one of " + forest.labels());
        }
        this.stride = forest.combination() == Combination.FULLY_WEIGHTED
                ? forest.labels().size()
                : 1;
    }

    static TreeSums.Input input(Forest forest, String positiveLabel) {
        ForestAddends addends = new ForestAddends(forest, positiveLabel);
        int[][] leafNumbers = new int[forest.size()][];
        Arrays.setAll(
                leafNumbers,
                tree -> addends.numbers(
                        forest.trees().get(tree), forest.weights().get(tree)));
        return new TreeSums.Input(forest.trees(), forest.features(), 0, leafNumbers, addends.leaves());
    }

    private int[] numbers(Tree tree, float weight) {
        int[] ofKinds = new int[tree.kinds()];
        Arrays.setAll(ofKinds, kind -> {
            Integer known = numbers.putIfAbsent(addends(tree, kind, weight), numbers.size());
            return known == null ? numbers.size() - 1 : known;
        });
        return ofKinds;
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

    private LeafAddends leaves() {
        double[] masses = new double[numbers.size() * stride];
        double[] values = new double[numbers.size()];
        numbers.forEach((addends, leaf) -> {
            for (int mass = 0; mass < stride; mass++) {
                masses[leaf * stride + mass] = addends.get(mass);
            }
            values[leaf] = addends.get(stride);
        });
        return new LeafAddends(values, masses, stride);
    }
}
