package io.loanflow.trees.boosting;

import org.jspecify.annotations.Nullable;

/** A leaf of a tree that grows: some rows, their sums, and the best split found for them. */
final class Leaf {

    /** Its rows' places in the order of rows. */
    final int from;

    final int to;

    /** Its number in the tree. */
    final int node;

    final int depth;

    /** Sums of the derivatives, see {@link FixedPoint}. */
    final long firsts;

    final long seconds;

    /** What its rows' scores move by, before the learning rate. */
    final double value;

    /** What values below it must stay within, so that the score is monotone. */
    final Limits limits;

    long @Nullable [] histogram;

    @Nullable
    Split split;

    Leaf(Rows rows, Place place, Sums sums, double value, Limits limits) {
        this.from = rows.from();
        this.to = rows.to();
        this.node = place.node();
        this.depth = place.depth();
        this.firsts = sums.firsts();
        this.seconds = sums.seconds();
        this.value = value;
        this.limits = limits;
    }

    int rows() {
        return to - from;
    }

    record Rows(int from, int to) {}

    record Place(int node, int depth) {}

    record Sums(long firsts, long seconds) {}

    record Limits(double lower, double upper) {

        static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        double clamp(double value) {
            return Math.max(lower, Math.min(upper, value));
        }
    }
}
