package io.loanflow.trees.boosting;

/**
 * What a side of a split is worth by its sums of derivatives.
 *
 * @param l2 added to second derivatives
 * @param l1 taken off the size of first derivatives
 */
record Gains(double l2, double l1) {

    /** By how much a side's best value lowers twice the loss. */
    double best(double first, double second) {
        double shrunk = shrunk(first);
        return shrunk * shrunk / (second + l2);
    }

    /** By how much a value does. */
    double of(double first, double second, double value) {
        return -(2 * shrunk(first) * value + (second + l2) * value * value);
    }

    /** A side's best value. */
    double value(double first, double second) {
        return -shrunk(first) / (second + l2);
    }

    private double shrunk(double first) {
        return l1 == 0 ? first : Math.signum(first) * Math.max(0, Math.abs(first) - l1);
    }
}
