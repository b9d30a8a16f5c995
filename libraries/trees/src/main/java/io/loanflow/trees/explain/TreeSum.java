package io.loanflow.trees.explain;

import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.tree.Reading;
import io.loanflow.trees.tree.Readings;
import io.loanflow.trees.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model as what explanations need it to be: a number, and for each tree the number of the leaf that a row comes to.
 *
 * @param featureNames what the places are called that the trees look at
 * @param readings what the features of the trees stand for
 * @param bias the sum of no tree
 * @param terms one a tree
 */
public record TreeSum(List<String> featureNames, Readings readings, double bias, List<Term> terms) {

    /** How far the probabilities of a leaf may be from 1 in all. */
    private static final double ROUNDING = 1e-9;

    /**
     * A tree.
     *
     * @param added what a leaf adds, by its kind ({@link Tree#kind})
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Term(Tree tree, double[] added) {

        public Term {
            if (added.length != tree.kinds()) {
                throw new IllegalArgumentException("There are " + added.length + " numbers for " + tree.kinds()
                        + " kinds of leaves: give one for each kind");
            }
            added = added.clone();
        }

        public double value(int leaf) {
            return added[tree.kind(leaf)];
        }
    }

    public TreeSum {
        featureNames = List.copyOf(featureNames);
        terms = List.copyOf(terms);
    }

    /** Of features that are numbers, none of which may be missing. */
    public TreeSum(List<String> featureNames, double bias, List<Term> terms) {
        this(featureNames, Readings.plain(featureNames.size()), bias, terms);
    }

    /** The sum is the logarithm of the odds of the positive label ({@link BoostedTrees#logOdds}). */
    public static TreeSum of(BoostedTrees model) {
        List<Term> terms = model.trees().stream().map(tree -> term(tree, 0, 1)).toList();
        return new TreeSum(model.featureNames(), model.readings(), model.bias(), terms);
    }

    /**
     * The sum is the probability of a label; where trees vote, the share of the votes.
     *
     * @throws IllegalArgumentException if the forest does not know the label, or a leaf's probabilities are not 1 in all, so that its score
     *     is a quotient and no sum
     */
    public static TreeSum of(Forest forest, String label) {
        int place = forest.labels().indexOf(label);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "The model does not know the label '" + label + "': name one of " + forest.labels());
        }
        double total = forest.weights().stream().mapToDouble(Float::doubleValue).sum();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < forest.size(); i++) {
            Tree tree = forest.trees().get(i);
            terms.add(
                    switch (forest.combination()) {
                        case NONE -> term(tree, place, 1);
                        case VOTING ->
                            votes(forest, tree, place, forest.weights().get(i) / total);
                        case FULLY_WEIGHTED ->
                            probabilities(forest, tree, place, forest.weights().get(i) / total);
                    });
        }
        return new TreeSum(forest.features(), 0, terms);
    }

    private static Term term(Tree tree, int output, double weight) {
        return new Term(
                tree,
                IntStream.range(0, tree.kinds())
                        .mapToDouble(kind -> weight * tree.valueOfKind(kind, output))
                        .toArray());
    }

    private static Term votes(Forest forest, Tree tree, int label, double weight) {
        return new Term(
                tree,
                IntStream.range(0, tree.kinds())
                        .mapToDouble(kind -> forest.vote(tree, kind) == label ? weight : 0)
                        .toArray());
    }

    private static Term probabilities(Forest forest, Tree tree, int label, double weight) {
        for (int kind = 0; kind < tree.kinds(); kind++) {
            double sum = 0;
            for (int i = 0; i < forest.labels().size(); i++) {
                sum += tree.valueOfKind(kind, i);
            }
            if (!(Math.abs(sum - 1) <= ROUNDING)) {
                throw new IllegalArgumentException("The probabilities of a leaf are " + sum
                        + " in all, not 1: the score is no sum over trees and cannot be explained as one");
            }
        }
        return term(tree, label, weight);
    }

    /**
     * The sum for a row.
     *
     * @param row one number per feature name of the model; NaN where a value is missing
     */
    public double value(double[] row) {
        double[] read = readings.of(row);
        double sum = bias;
        for (Term term : terms) {
            sum += term.value(term.tree().leafOf(read));
        }
        return sum;
    }

    /** By feature of the trees, its place among what is read of rows, or -1 where no tree looks at it and it is not there. */
    int[] placesIn(List<String> read) {
        int[] places = readings.list().stream()
                .mapToInt(reading -> read.indexOf(reading.name(featureNames.get(reading.feature()))))
                .toArray();
        for (Term term : terms) {
            Tree tree = term.tree();
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node) && places[tree.feature(node)] < 0) {
                    Reading lacking = readings.list().get(tree.feature(node));
                    throw new IllegalArgumentException("The model splits on '" + featureNames.get(lacking.feature())
                            + "', which the rows lack: they have " + read);
                }
            }
        }
        return places;
    }
}
