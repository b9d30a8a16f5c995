package io.loanflow.trees.boosting;

/**
 * e to a power, written out so that every platform has the same bits: {@link Math#exp} may differ in the last one, and
 * {@link StrictMath#exp} takes several times as long.
 *
 * <p>The power is a whole number of ln 2 and a rest of at most half of it, whose exponential is its Taylor series to degree 13; the error
 * is below 2 units in the last place.
 */
final class Exponential {

    private static final double LOG2_E = 0x1.71547652b82fep0;

    /** ln 2 in two parts, the first with enough zeros at its end to be multiplied by a whole number without an error. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /** Adding it rounds to a whole number. */
    private static final double ROUND = 0x1.8p52;

    private Exponential() {}

    /** @param power from -700 to 700 */
    static double of(double power) {
        double shifted = power * LOG2_E + ROUND;
        double whole = shifted - ROUND;
        double x = (power - whole * LN2_HIGH) - whole * LN2_LOW;
        double square = x * x;
        // Pairs of terms, so that they are worked out beside each other.
        double high = (1.0 / 479001600 + x * (1.0 / 6227020800.0)) * square + (1.0 / 3628800 + x * (1.0 / 39916800));
        double middle = (1.0 / 40320 + x * (1.0 / 362880)) + high * square;
        middle = (1.0 / 720 + x * (1.0 / 5040)) + middle * square;
        double low = (1.0 / 24 + x * (1.0 / 120)) + middle * square;
        low = (0.5 + x * (1.0 / 6)) + low * square;
        double series = 1 + (x + low * square);
        return series * Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
    }
}
