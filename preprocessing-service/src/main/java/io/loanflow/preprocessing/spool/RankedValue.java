package io.loanflow.preprocessing.spool;

/**
 * The exact value of a rank in a spooled column, in bounded memory: radix selection, which finds the value's bits 16 at a time by counting,
 * once over the column for each.
 */
public final class RankedValue {

    private static final int DIGIT_BITS = 16;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final RowSpool rows;
    private final int column;

    private RankedValue(RowSpool rows, int column) {
        this.rows = rows;
        this.column = column;
    }

    /**
     * Missing values do not count.
     *
     * @param rank of the value from the smallest, which is 0
     */
    public static double of(RowSpool rows, int column, long rank) {
        return new RankedValue(rows, column).select(rank);
    }

    private double select(long rank) {
        long prefix = 0;
        long left = rank;
        for (int shift = Long.SIZE - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
            long[] counts = count(prefix, shift);
            int digit = 0;
            while (left >= counts[digit]) {
                left -= counts[digit++];
            }
            prefix = prefix << DIGIT_BITS | digit;
        }
        return fromOrdered(prefix);
    }

    /** How often each digit follows the prefix. */
    private long[] count(long prefix, int shift) {
        long[] counts = new long[DIGITS];
        rows.forEachValue(column, value -> {
            long bits = toOrdered(value);
            // Shifted twice: a long shifted by 64 stays as it is.
            if (bits >>> shift >>> DIGIT_BITS == prefix) {
                counts[(int) (bits >>> shift) & DIGITS - 1]++;
            }
        });
        return counts;
    }

    /** Bits that, read as an unsigned number, are in the order of the values. */
    private static long toOrdered(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    private static double fromOrdered(long ordered) {
        return Double.longBitsToDouble(ordered < 0 ? ordered ^ Long.MIN_VALUE : ~ordered);
    }
}
