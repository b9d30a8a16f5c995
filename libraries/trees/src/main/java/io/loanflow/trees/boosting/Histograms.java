package io.loanflow.trees.boosting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Sums the derivatives of rows by bin: two longs per bin, see {@link FixedPoint}. Sums of columns that are not in use are anything. */
final class Histograms {

    /** Fewer rows are not worth a second thread. */
    private static final int WORTH_SHARING = 2048;

    /** Columns are summed some at a time, whose sums stay in the nearest cache: so many bins, which take 24 KB. */
    private static final int BINS_AT_A_TIME = 1536;

    /** Rows whose bins and derivatives stay there as well, while one lot of columns after the other is summed. */
    private static final int ROWS_AT_A_TIME = 512;

    private final BinnedTable table;
    private final Crew crew;
    private final int countBits;

    /** What the other threads summed, each on its own. */
    private final long[][] others;

    private final Deque<long[]> free = new ArrayDeque<>();

    private List<BinnedTable.Column> columns = List.of();

    private List<Lot> narrow = List.of();
    private List<Lot> wide = List.of();
    private int othersInUse;

    Histograms(BinnedTable table, FixedPoint numbers, Crew crew) {
        this.table = table;
        this.crew = crew;
        this.countBits = numbers.countBits();
        this.others = new long[crew.threads() - 1][2 * table.bins()];
    }

    /** From now on, only these columns are summed. */
    void use(List<BinnedTable.Column> used) {
        if (used == columns) {
            return;
        }
        columns = used;
        narrow = lots(false);
        wide = lots(true);
    }

    /** Columns that are summed together: their places in a row, and where their bins begin in a histogram. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
    private record Lot(int[] places, int[] begins) {

        static Lot of(List<BinnedTable.Column> columns) {
            return new Lot(
                    columns.stream().mapToInt(BinnedTable.Column::position).toArray(),
                    columns.stream().mapToInt(column -> 2 * column.from()).toArray());
        }
    }

    private List<Lot> lots(boolean isWide) {
        List<Lot> lots = new ArrayList<>();
        List<BinnedTable.Column> lot = new ArrayList<>();
        int bins = 0;
        for (BinnedTable.Column column : columns) {
            if (column.wide() == isWide) {
                if (!lot.isEmpty() && bins + column.size() > BINS_AT_A_TIME) {
                    lots.add(Lot.of(lot));
                    lot.clear();
                    bins = 0;
                }
                lot.add(column);
                bins += column.size();
            }
        }
        if (!lot.isEmpty()) {
            lots.add(Lot.of(lot));
        }
        return lots;
    }

    /** Sums rows {@code order[from..to)}; {@link #complete} is still to be called for each column. */
    long[] sum(int[] order, int from, int to, long[] derivatives) {
        long[] histogram = free.isEmpty() ? new long[2 * table.bins()] : free.pop();
        int threads = to - from < WORTH_SHARING ? 1 : crew.threads();
        othersInUse = threads - 1;
        if (threads == 1) {
            sumShare(order, from, to, derivatives, histogram);
        } else {
            crew.run(thread -> sumShare(
                    order,
                    from + (int) ((long) (to - from) * thread / threads),
                    from + (int) ((long) (to - from) * (thread + 1) / threads),
                    derivatives,
                    thread == 0 ? histogram : others[thread - 1]));
        }
        return histogram;
    }

    /** Adds what other threads summed of a column. */
    void complete(long[] histogram, BinnedTable.Column column) {
        for (int other = 0; other < othersInUse; other++) {
            long[] sums = others[other];
            for (int i = 2 * column.from(); i < 2 * (column.from() + column.size()); i++) {
                histogram[i] += sums[i];
            }
        }
    }

    /** Takes a part's sums of a column off the whole's. */
    static void subtract(long[] whole, long[] part, BinnedTable.Column column) {
        for (int i = 2 * column.from(); i < 2 * (column.from() + column.size()); i++) {
            whole[i] -= part[i];
        }
    }

    /** A histogram that nobody needs any more. */
    void release(long[] histogram) {
        free.push(histogram);
    }

    private void sumShare(int[] order, int from, int to, long[] derivatives, long[] histogram) {
        for (BinnedTable.Column column : columns) {
            Arrays.fill(histogram, 2 * column.from(), 2 * (column.from() + column.size()), 0);
        }
        for (int begin = from; begin < to; begin += ROWS_AT_A_TIME) {
            int end = Math.min(to, begin + ROWS_AT_A_TIME);
            for (Lot lot : narrow) {
                sumNarrow(lot, order, begin, end, derivatives, histogram);
            }
            for (Lot lot : wide) {
                sumWide(lot, order, begin, end, derivatives, histogram);
            }
        }
    }

    private void sumNarrow(Lot lot, int[] order, int from, int to, long[] derivatives, long[] histogram) {
        byte[] bins = table.narrow();
        int width = table.narrowWidth();
        int[] places = lot.places();
        int[] begins = lot.begins();
        int bits = countBits;
        for (int i = from; i < to; i++) {
            int row = order[i];
            long both = derivatives[row];
            long first = both >> 32;
            long second = ((both & 0xffffffffL) << bits) + 1;
            int base = row * width;
            for (int c = 0; c < places.length; c++) {
                int at = begins[c] + ((bins[base + places[c]] & 0xff) << 1);
                histogram[at] += first;
                histogram[at + 1] += second;
            }
        }
    }

    private void sumWide(Lot lot, int[] order, int from, int to, long[] derivatives, long[] histogram) {
        char[] bins = table.wide();
        int width = table.wideWidth();
        int[] places = lot.places();
        int[] begins = lot.begins();
        int bits = countBits;
        for (int i = from; i < to; i++) {
            int row = order[i];
            long both = derivatives[row];
            long first = both >> 32;
            long second = ((both & 0xffffffffL) << bits) + 1;
            int base = row * width;
            for (int c = 0; c < places.length; c++) {
                int at = begins[c] + (bins[base + places[c]] << 1);
                histogram[at] += first;
                histogram[at + 1] += second;
            }
        }
    }
}
