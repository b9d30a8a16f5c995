package io.loanflow.trees.boosting;

import java.util.BitSet;

/** The rows, those of a leaf side by side. */
final class RowOrder {

    /** Fewer rows are not worth a second thread. */
    private static final int WORTH_SHARING = 4096;

    private final BinnedTable table;
    private final Crew crew;
    private final int[] order;
    private final int[] lefts;
    private final int[] rights;
    private final int[] leftCounts;

    RowOrder(BinnedTable table, Crew crew) {
        this.table = table;
        this.crew = crew;
        order = new int[table.rows()];
        lefts = new int[table.rows()];
        rights = new int[table.rows()];
        leftCounts = new int[crew.threads() + 1];
    }

    int[] array() {
        return order;
    }

    /** Every row at its own place. Returns how many there are. */
    int identity() {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order.length;
    }

    /** Parts the rows {@code from} to below {@code to}; both sides stay in their order. Returns where the right side begins. */
    int part(int from, int to, Split split) {
        int threads = to - from < WORTH_SHARING ? 1 : crew.threads();
        BinnedTable.Column column = table.columns().get(split.feature().column());
        if (threads == 1) {
            leftCounts[1] = scatter(from, to, column, split);
            System.arraycopy(lefts, from, order, from, leftCounts[1]);
            System.arraycopy(rights, from, order, from + leftCounts[1], to - from - leftCounts[1]);
            return from + leftCounts[1];
        }
        crew.run(thread ->
                leftCounts[thread + 1] = scatter(begin(from, to, thread), begin(from, to, thread + 1), column, split));
        for (int thread = 0; thread < threads; thread++) {
            leftCounts[thread + 1] += leftCounts[thread];
        }
        int middle = from + leftCounts[threads];
        crew.run(thread -> gather(from, to, thread, middle));
        return middle;
    }

    private int begin(int from, int to, int thread) {
        return from + (int) ((long) (to - from) * thread / crew.threads());
    }

    private void gather(int from, int to, int thread, int middle) {
        int begin = begin(from, to, thread);
        int size = begin(from, to, thread + 1) - begin;
        int left = leftCounts[thread + 1] - leftCounts[thread];
        System.arraycopy(lefts, begin, order, from + leftCounts[thread], left);
        System.arraycopy(rights, begin, order, middle + begin - from - leftCounts[thread], size - left);
    }

    private int scatter(int from, int to, BinnedTable.Column column, Split split) {
        BitSet left = split.cut().categories();
        if (left != null) {
            return scatterSets(from, to, column, left);
        }
        // One rule for all: a bin in a span goes right. Missing values are in the last bin.
        boolean shares = split.feature().shares();
        int low = shares ? split.feature().ownBin() : split.cut().bin() + 1;
        int span = shares ? 1 : column.size() - low - (split.cut().missingLeft() ? 1 : 0);
        return column.wide()
                ? scatterWide(from, to, column.position(), low, span)
                : scatterNarrow(from, to, column.position(), low, span);
    }

    private int scatterSets(int from, int to, BinnedTable.Column column, BitSet leftBins) {
        int left = from;
        int right = from;
        for (int i = from; i < to; i++) {
            int row = order[i];
            if (leftBins.get(table.bin(column, row))) {
                lefts[left++] = row;
            } else {
                rights[right++] = row;
            }
        }
        return left - from;
    }

    private int scatterNarrow(int from, int to, int position, int low, int span) {
        byte[] bins = table.narrow();
        int width = table.narrowWidth();
        int left = from;
        int right = from;
        for (int i = from; i < to; i++) {
            int row = order[i];
            int above = (bins[row * width + position] & 0xff) - low;
            // 1 where it goes right: both sides are written, and one of them is kept, so that nothing has to be
            // foretold.
            int goesRight = Integer.compareUnsigned(above, span) >>> 31;
            lefts[left] = row;
            rights[right] = row;
            right += goesRight;
            left += 1 - goesRight;
        }
        return left - from;
    }

    private int scatterWide(int from, int to, int position, int low, int span) {
        char[] bins = table.wide();
        int width = table.wideWidth();
        int left = from;
        int right = from;
        for (int i = from; i < to; i++) {
            int row = order[i];
            int goesRight = Integer.compareUnsigned(bins[row * width + position] - low, span) >>> 31;
            lefts[left] = row;
            rights[right] = row;
            right += goesRight;
            left += 1 - goesRight;
        }
        return left - from;
    }
}
