package io.loanflow.trees.boosting;

/**
 * First and second derivatives of the loss as whole numbers, so that a sum does not depend on the order in which it is made: threads may
 * share the work as they like, and a sibling's sums are the parent's less the other's.
 *
 * <p>A row has one long: the first derivative, in units of 2<sup>-30</sup>, in its upper half, the second in the lower. A sum has two: the
 * first derivatives', and one of the second derivatives with the number of rows in its lowest bits.
 */
final class FixedPoint {

    private static final int FIRST_BITS = 30;

    private static final int MOST_COUNT_BITS = 27;

    /** Adding it to a double leaves the nearest whole number in its lowest bits. */
    private static final double ROUND = 0x1.8p52;

    private final int countBits;

    private final long countMask;

    private final double secondUnits;

    /** @throws IllegalArgumentException for more rows than sums can hold */
    FixedPoint(int rows) {
        countBits = 32 - Integer.numberOfLeadingZeros(rows);
        Checks.require(
                countBits <= MOST_COUNT_BITS, "There are " + rows + " rows: give fewer than " + (1 << MOST_COUNT_BITS));
        countMask = (1L << countBits) - 1;
        // Second derivatives are at most 1/4, and their sum stands above the count.
        secondUnits = Math.scalb(1.0, Math.min(FIRST_BITS, 65 - 2 * countBits));
    }

    /**
     * Of one row.
     *
     * @param first from -1 to 1
     * @param second from 0 to 1/4
     */
    long pack(double first, double second) {
        long upper = Double.doubleToRawLongBits(first * 0x1p30 + ROUND);
        long lower = Double.doubleToRawLongBits(second * secondUnits + ROUND) & 0xffffffffL;
        return upper << 32 | Math.max(1, lower);
    }

    int countBits() {
        return countBits;
    }

    int count(long seconds) {
        return (int) (seconds & countMask);
    }

    double first(long firsts) {
        return firsts * 0x1p-30;
    }

    double second(long seconds) {
        return (seconds >> countBits) / secondUnits;
    }
}
