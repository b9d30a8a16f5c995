package io.loanflow.trees.explain;

/**
 * A tree too deep for tables. A row walks it together with the reference rows, each as far as it can come with it: where both go the same
 * way, they go it; where they part, a group of the row's leads one way and the reference row's the other. The cost grows with the
 * reference rows, and with how many leaves a pair comes to, on a deep tree some dozens. Many rows at once are swept ({@link LeafSweep})
 * where that is faster.
 */
final class WalkedTree implements ReferenceTree {

    private final Preorder entries;

    private final Reference reference;

    private final double base;

    WalkedTree(Preorder entries, Reference reference) {
        this.entries = entries;
        this.reference = reference;
        base = mean();
    }

    private double mean() {
        int[] reached = new int[entries.size];
        for (int row = 0; row < reference.rows(); row++) {
            int entry = 0;
            while (!entries.leaf[entry]) {
                int left = entry + 1;
                double value = reference.columns()[entries.place[left]][row];
                entry = entries.fails(left, value) == 0 ? left : entries.end[left];
            }
            reached[entry]++;
        }
        double mean = 0;
        for (int entry = 0; entry < entries.size; entry++) {
            mean += entries.value[entry] / reference.rows() * reached[entry];
        }
        return mean;
    }

    @Override
    public void add(double[] row, double[] contributions, ReferenceWalk walk) {
        walk.run(entries, row, contributions);
    }

    @Override
    public void addAll(double[][] rows, double[][] columns, double[][] contributions, ReferenceWalk walk) {
        if (LeafSweep.isFaster(entries, reference.rows(), rows.length)) {
            LeafSweep.add(entries, reference, columns, contributions);
        } else {
            ReferenceTree.super.addAll(rows, columns, contributions, walk);
        }
    }

    @Override
    public double base() {
        return base;
    }

    @Override
    public long bytes() {
        return entries.bytes();
    }
}
