package io.loanflow.trees.grow;

import io.loanflow.trees.tree.Tree;
import java.util.concurrent.CancellationException;

/** Grows trees, one after the other, with memory of its own: one grower per thread. */
final class TreeGrower {

    /** Up to so many rows, sorting their values is faster than counting them into bins. */
    private static final int EXACT_ROWS = 32;

    /** Leaves that a tree has room for at first. */
    private static final int ROOM = 256;

    private final ForestData data;

    private final ForestParameters parameters;

    private final Samples samples;

    private final NodeRows node;

    private final NodeStack stack;

    private final FeatureDraw draw;

    private final Split split;

    private final SplitSearch binned;

    private final SplitSearch exact;

    private Tree.Builder tree;

    private final long[] rightCounts;

    TreeGrower(ForestData data, ForestParameters parameters) {
        int labels = data.table().labelNames().size();
        int features = data.table().features();
        this.data = data;
        this.parameters = parameters;
        this.samples = new Samples(data.table().rows());
        this.node = new NodeRows(samples, labels);
        this.stack = new NodeStack(labels);
        this.draw = new FeatureDraw(features, parameters.maxFeatures().of(features));
        this.split = new Split(data.impurity(), labels, parameters.minSamplesLeaf());
        this.exact = parameters.randomSplits()
                ? new RandomSearch(data.table())
                : new ExactSearch(data.table(), data.matrix());
        this.binned = parameters.randomSplits() ? exact : new BinnedSearch(data.matrix(), labels);
        this.rightCounts = new long[labels];
        this.tree = emptyTree();
    }

    private Tree.Builder emptyTree() {
        return new Tree.Builder(ROOM, rightCounts.length + 1);
    }

    /**
     * A tree over the positions of the table's features. A leaf's numbers are the probability of each label, and the position of the label
     * that it votes for: the likeliest, and of several the first. A row that was drawn twice covers twice.
     */
    Tree grow(int index) {
        samples.draw(data.table(), data.bootstrap(), index);
        TreeRandom random = data.bootstrap().splits(index);
        draw.reset();
        tree = emptyTree();
        long[] counts = new long[rightCounts.length];
        samples.count(0, samples.size(), counts);
        double rootWeight = data.impurity().weight(counts);
        stack.push(0, samples.size(), 0, 0, 0, counts);
        while (stack.pop(node)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Interrupted while a tree grew");
            }
            growNode(random, rootWeight);
        }
        return tree.build();
    }

    private void growNode(TreeRandom random, double rootWeight) {
        int depth = stack.depth();
        int number = stack.number();
        int constants = mustBeLeaf(depth) ? -1 : findSplit(stack.constants(), random);
        tree.cover(number, drawn());
        double decrease = constants < 0 || !split.found() ? -1 : decrease(rootWeight);
        if (decrease < 0 || decrease < parameters.minImpurityDecrease()) {
            leaf(number);
        } else {
            pushChildren(depth + 1, tree.split(number, split.feature(), split.threshold()), constants);
        }
    }

    private int drawn() {
        int drawn = 0;
        for (long count : node.counts()) {
            drawn += Samples.weight(count);
        }
        return drawn;
    }

    private void leaf(int number) {
        double total = data.impurity().weight(node.counts());
        int likeliest = 0;
        double most = 0;
        for (int label = 0; label < rightCounts.length; label++) {
            double probability = data.impurity().weight(node.counts(), label) / total;
            tree.value(number, label, probability);
            likeliest = probability > most ? label : likeliest;
            most = Math.max(most, probability);
        }
        tree.value(number, rightCounts.length, likeliest);
    }

    private boolean mustBeLeaf(int depth) {
        return depth >= parameters.maxDepth()
                || node.size() < parameters.minSamplesSplit()
                || node.size() < 2L * parameters.minSamplesLeaf()
                || node.pure();
    }

    /** @return how many features are constant in the node */
    private int findSplit(int constants, TreeRandom random) {
        split.reset();
        draw.enter(constants);
        for (int feature = draw.next(random); feature >= 0; feature = draw.next(random)) {
            draw.varies(search(feature, random));
        }
        return draw.leave();
    }

    private boolean search(int feature, TreeRandom random) {
        BinEdges edges = data.matrix().edges(feature);
        if (edges.size() == 1) {
            return false;
        }
        boolean fewBins = edges.exact() && edges.size() <= 2 * node.size();
        if (node.size() <= EXACT_ROWS && !fewBins) {
            return exact.search(feature, node, random, split);
        }
        // All rows of the node may share a bin and still differ.
        return binned.search(feature, node, random, split)
                || (!edges.exact() && exact.search(feature, node, random, split));
    }

    /** By how much the split lowers the impurity of the whole tree. */
    private double decrease(double rootWeight) {
        for (int label = 0; label < rightCounts.length; label++) {
            rightCounts[label] = node.counts()[label] - split.left()[label];
        }
        double weight = data.impurity().weight(node.counts());
        double leftWeight = data.impurity().weight(split.left());
        double rightWeight = data.impurity().weight(rightCounts);
        double children = leftWeight * data.impurity().of(split.left())
                + rightWeight * data.impurity().of(rightCounts);
        return Math.max(0, (weight * data.impurity().of(node.counts()) - children) / rootWeight);
    }

    /** @param left the left child; the right one is the next */
    private void pushChildren(int depth, int left, int constants) {
        int leftRows = 0;
        for (long count : split.left()) {
            leftRows += Samples.rows(count);
        }
        int middle = node.from() + leftRows;
        if (split.bin() == Split.BY_VALUE) {
            samples.partition(node.from(), node.to(), data.table().column(split.feature()), split.threshold());
        } else {
            samples.partition(node.from(), node.to(), data.matrix().bins(split.feature()), split.bin());
        }
        stack.push(middle, node.to(), depth, left + 1, constants, rightCounts);
        stack.push(node.from(), middle, depth, left, constants, split.left());
    }
}
