package io.loanflow.trees.boosting;

import io.loanflow.trees.grow.TreeRandom;
import java.util.Arrays;
import java.util.List;

/** Draws the features that a tree sees, and of them those that each of its nodes does. */
final class FeatureDraw {

    private final BinnedTable table;
    private final Sampling sampling;
    private final int[] features;
    private final int inTree;
    private final boolean[] allowed;
    private List<BinnedTable.Column> columns;

    FeatureDraw(BinnedTable table, Sampling sampling) {
        this.table = table;
        this.sampling = sampling;
        features =
                table.features().stream().mapToInt(BinnedTable.Feature::index).toArray();
        inTree = of(features.length, sampling.featureFraction());
        int highest = Arrays.stream(features).max().orElse(-1);
        allowed = new boolean[highest + 1];
        columns = table.columns();
        allow(features.length);
    }

    private static int of(int size, double share) {
        return Math.min(size, (int) Math.max(1, Math.rint(share * size)));
    }

    void forTree(TreeRandom random) {
        if (inTree < features.length) {
            shuffle(features.length, inTree, random);
            allow(inTree);
            columns = table.columns().stream()
                    .filter(column -> column.features().stream().anyMatch(feature -> allowed[feature.index()]))
                    .toList();
        }
    }

    /** Those with at least one of the tree's features. */
    List<BinnedTable.Column> columns() {
        return columns;
    }

    /** By feature of the table, whether the next node may be split on it. */
    boolean[] forNode(TreeRandom random) {
        int inNode = of(inTree, sampling.featureFractionByNode());
        if (inNode == inTree) {
            return allowed;
        }
        shuffle(inTree, inNode, random);
        boolean[] some = new boolean[allowed.length];
        for (int i = 0; i < inNode; i++) {
            some[features[i]] = true;
        }
        return some;
    }

    /** Moves some of the first features to the front. */
    private void shuffle(int first, int wanted, TreeRandom random) {
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(first - i);
            int feature = features[other];
            features[other] = features[i];
            features[i] = feature;
        }
    }

    private void allow(int first) {
        Arrays.fill(allowed, false);
        for (int i = 0; i < first; i++) {
            allowed[features[i]] = true;
        }
    }
}
