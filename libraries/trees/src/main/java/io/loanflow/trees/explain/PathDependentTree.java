package io.loanflow.trees.explain;

import java.util.Arrays;

/**
 * What the path-dependent game needs of a tree. On the path to a leaf, a group that is present multiplies the leaf's value by 1 or 0 (does
 * the row pass every split on the group), one that is absent by the share of the training rows that does. Where each group is present
 * with the chance {@code t}, independently, the mean of the leaf is a product with a factor {@code o t + z (1 - t)} a group; the Shapley
 * value is the integral over {@code t} of its derivative by a group's own chance, a polynomial.
 */
final class PathDependentTree {

    final Preorder entries;

    final int points;

    /** Chances of presence, those of absence, and the weights over the latter. */
    final double[] present;

    final double[] absent;

    final double[] weight;

    /** By entry: the share that passes all splits of the entry's group from the root to here. */
    final double[] passing;

    /** By entry and point, 1 over the factor of the entry's group for a row that passes; of the root, that of a group without splits. */
    final double[] inverse;

    /** The mean of the leaves' values by the shares of the training rows. */
    final double base;

    PathDependentTree(Preorder entries) {
        this.entries = entries;
        Quadrature rule = Quadrature.exactFor(Math.max(0, entries.mostPlayers() - 1));
        points = rule.size();
        present = rule.points();
        absent = new double[points];
        weight = new double[points];
        for (int q = 0; q < points; q++) {
            absent[q] = 1 - present[q];
            weight[q] = rule.weights()[q] / absent[q];
        }
        passing = new double[entries.size];
        inverse = new double[Math.multiplyExact(entries.size, points)];
        base = precompute();
    }

    private double precompute() {
        int[] path = new int[entries.depth() + 1];
        double[] reaching = new double[path.length];
        reaching[0] = 1;
        passing[0] = 1;
        Arrays.fill(inverse, 0, points, 1);
        double mean = entries.leaf[0] ? entries.value[0] : 0;
        for (int entry = 1; entry < entries.size; entry++) {
            int level = entries.level[entry];
            path[level] = entry;
            reaching[level] = reaching[level - 1] * entries.share[entry];
            passing[entry] = entries.share[entry] * passing[path[entries.earlier[entry]]];
            for (int q = 0; q < points; q++) {
                inverse[entry * points + q] = 1 / (passing[entry] * absent[q] + present[q]);
            }
            if (entries.leaf[entry]) {
                mean += reaching[level] * entries.value[entry];
            }
        }
        return mean;
    }

    /** Bytes that it holds. */
    long bytes() {
        return 8L * (inverse.length + passing.length + 3L * points) + entries.bytes();
    }
}
