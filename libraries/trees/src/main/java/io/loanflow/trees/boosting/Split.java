package io.loanflow.trees.boosting;

/**
 * A way to part a leaf's rows.
 *
 * @param feature by whose bins
 * @param cut where these part
 * @param gain by how much it lowers twice the loss, beyond what is asked for
 * @param firsts the left side's sum of first derivatives, see {@link FixedPoint}
 * @param seconds the left side's sum of second derivatives with the number of its rows
 * @param left the left side's value
 * @param right the right side's value
 */
record Split(BinnedTable.Feature feature, Cut cut, double gain, long firsts, long seconds, double left, double right) {

    /** Of its reading, see {@link SplitReadings}. */
    double threshold() {
        return cut.categories() == null ? feature.threshold(cut.bin()) : 0;
    }

    /** Of two that gain as much, the one of the feature that comes first: never the one that a thread happened to find first. */
    boolean betterThan(Split other) {
        return gain > other.gain || (gain == other.gain && feature.index() < other.feature.index());
    }
}
