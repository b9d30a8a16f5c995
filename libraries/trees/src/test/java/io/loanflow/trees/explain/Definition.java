package io.loanflow.trees.explain;

import io.loanflow.trees.tree.Reading;
import io.loanflow.trees.tree.Tree;
import java.util.function.IntToDoubleFunction;

/** The games and the Shapley value as they are defined, for few groups. A set of groups is a number, group i its bit i. */
record Definition(TreeSum model, Groups groups) {

    /** Over every order in which groups may come: the mean of what each adds. */
    static double[] shapley(int groups, IntToDoubleFunction game) {
        double[] values = new double[groups];
        for (int present = 0; present < 1 << groups; present++) {
            int size = Integer.bitCount(present);
            for (int group = 0; group < groups; group++) {
                if ((present & 1 << group) == 0) {
                    double gain = game.applyAsDouble(present | 1 << group) - game.applyAsDouble(present);
                    values[group] += gain * factorial(size) * factorial(groups - size - 1) / factorial(groups);
                }
            }
        }
        return values;
    }

    private static double factorial(int n) {
        return n == 0 ? 1 : n * factorial(n - 1);
    }

    double pathDependent(double[] row, int present) {
        double sum = model.bias();
        for (TreeSum.Term term : model.terms()) {
            sum += mean(term, 0, row, present);
        }
        return sum;
    }

    private double mean(TreeSum.Term term, int node, double[] row, int present) {
        Tree tree = term.tree();
        if (tree.isLeaf(node)) {
            return term.value(node);
        }
        int left = tree.left(node);
        Reading reading = model.readings().list().get(tree.feature(node));
        int place = place(reading.feature());
        if ((present & 1 << groups.groupOf().get(place)) != 0) {
            double read = model.readings().read(tree.feature(node), row[place]);
            return mean(term, read > tree.threshold(node) ? left + 1 : left, row, present);
        }
        double lefts = tree.cover(left);
        double rights = tree.cover(left + 1);
        double share = lefts + rights == 0 ? 0.5 : lefts / (lefts + rights);
        return share * mean(term, left, row, present) + (1 - share) * mean(term, left + 1, row, present);
    }

    double interventional(double[] row, double[][] reference, int present) {
        double sum = 0;
        for (double[] other : reference) {
            double[] mixed = new double[model.featureNames().size()];
            for (int feature = 0; feature < mixed.length; feature++) {
                int place = place(feature);
                boolean known = (present & 1 << groups.groupOf().get(place)) != 0;
                mixed[feature] = (known ? row : other)[place];
            }
            sum += model.value(mixed);
        }
        return sum / reference.length;
    }

    /** The score of a row of the groups' features. */
    double score(double[] row) {
        return pathDependent(row, (1 << groups.size()) - 1);
    }

    private int place(int feature) {
        return groups.featureNames().indexOf(model.featureNames().get(feature));
    }
}
