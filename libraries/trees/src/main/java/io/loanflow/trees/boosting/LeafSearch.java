package io.loanflow.trees.boosting;

import io.loanflow.trees.grow.TreeRandom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the best splits of the leaves of a tree that grows. */
final class LeafSearch {

    /** Fewer bins are not worth a second thread. */
    private static final int WORTH_SHARING = 1024;

    private final Shape shape;
    private final Crew crew;
    private final RowOrder order;
    private final Histograms histograms;
    private final FeatureDraw draw;

    /** Per thread, one for each of two siblings. */
    private final SplitSearch[][] searches;

    private final boolean shared;

    LeafSearch(BinnedTable table, Growing growing, RowOrder order, Crew crew) {
        this.shape = growing.parameters().shape();
        this.crew = crew;
        this.order = order;
        histograms = new Histograms(table, growing.numbers(), crew);
        draw = new FeatureDraw(table, growing.parameters().sampling());
        shared = table.bins() >= WORTH_SHARING;
        searches = new SplitSearch[crew.threads()][2];
        for (SplitSearch[] pair : searches) {
            pair[0] = growing.search();
            pair[1] = growing.search();
        }
    }

    /** What a tree is grown with. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
    record Growing(BoostingParameters parameters, FixedPoint numbers, int[] monotone, boolean[] categorical) {

        SplitSearch search() {
            return new SplitSearch(numbers, parameters, monotone);
        }
    }

    void startTree(TreeRandom random) {
        draw.forTree(random);
        histograms.use(draw.columns());
    }

    void searchRoot(Leaf root, long[] derivatives, TreeRandom random) {
        if (mayBeSplit(root)) {
            root.histogram = histograms.sum(order.array(), root.from, root.to, derivatives);
            search(new Siblings(root, null, null), random);
        }
    }

    /** Takes over the parent's sums. */
    void searchChildren(Leaf parent, Leaf left, Leaf right, Draws draws) {
        if (!mayBeSplit(left) && !mayBeSplit(right)) {
            release(parent);
            return;
        }
        Leaf smaller = left.rows() <= right.rows() ? left : right;
        Leaf larger = smaller == left ? right : left;
        smaller.histogram = histograms.sum(order.array(), smaller.from, smaller.to, draws.derivatives());
        larger.histogram = parent.histogram;
        parent.histogram = null;
        search(new Siblings(smaller, larger, larger.histogram), draws.random());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
    record Draws(long[] derivatives, TreeRandom random) {}

    /**
     * Leaves whose sums are made at once.
     *
     * @param summed whose rows were summed
     * @param rest its sibling, whose sums are the parent's less those; null for the root
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
    private record Siblings(Leaf summed, @Nullable Leaf rest, long @Nullable [] parent) {}

    private void search(Siblings siblings, TreeRandom random) {
        boolean[] first = mayBeSplit(siblings.summed()) ? draw.forNode(random) : null;
        Leaf rest = siblings.rest();
        boolean[] second = rest != null && mayBeSplit(rest) ? draw.forNode(random) : null;
        int threads = shared ? crew.threads() : 1;
        if (threads == 1) {
            searchShare(0, 1, siblings, first, second);
        } else {
            crew.run(thread -> searchShare(thread, threads, siblings, first, second));
        }
        if (first != null) {
            siblings.summed().split = best(0, threads);
        }
        if (second != null) {
            Objects.requireNonNull(rest).split = best(1, threads);
        }
    }

    private void searchShare(
            int thread, int threads, Siblings siblings, boolean @Nullable [] first, boolean @Nullable [] second) {
        long[] sums = Objects.requireNonNull(siblings.summed().histogram);
        long[] rest = siblings.parent();
        if (first != null) {
            searches[thread][0].start(siblings.summed(), sums);
        }
        if (second != null) {
            searches[thread][1].start(Objects.requireNonNull(siblings.rest()), Objects.requireNonNull(rest));
        }
        List<BinnedTable.Column> columns = draw.columns();
        for (int c = thread; c < columns.size(); c += threads) {
            BinnedTable.Column column = columns.get(c);
            histograms.complete(sums, column);
            if (rest != null) {
                Histograms.subtract(rest, sums, column);
            }
            if (first != null) {
                searches[thread][0].tryColumn(column, first);
            }
            if (second != null) {
                searches[thread][1].tryColumn(column, second);
            }
        }
    }

    private @Nullable Split best(int sibling, int threads) {
        Split best = null;
        for (int thread = 0; thread < threads; thread++) {
            Split found = searches[thread][sibling].found();
            if (found != null && (best == null || found.betterThan(best))) {
                best = found;
            }
        }
        return best;
    }

    private boolean mayBeSplit(Leaf leaf) {
        return leaf.depth < shape.maxDepth() && leaf.rows() >= 2L * shape.minDataInLeaf();
    }

    void release(Leaf leaf) {
        long[] histogram = leaf.histogram;
        if (histogram != null) {
            histograms.release(histogram);
            leaf.histogram = null;
        }
    }
}
