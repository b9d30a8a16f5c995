package io.loanflow.contracts.serving;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often something took how long. Counts of several processes can be added up, which percentiles cannot.
 *
 * @param counts by {@link #cell}; those behind the last that is not 0 may be left out
 */
public record LatencyCounts(List<Long> counts) {

    public static final LatencyCounts NONE = new LatencyCounts(List.of());

    /** From one microsecond to a minute; the last has all that takes longer. */
    public static final int CELLS = 208;

    /** To a doubling: a limit is told within 9 %. */
    private static final int CELLS_OF_A_DOUBLING = 8;

    private static final double NANOS_OF_A_MICROSECOND = 1e3;
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    public LatencyCounts {
        counts = List.copyOf(counts);
    }

    /** Where so many nanoseconds are counted. */
    public static int cell(long nanoseconds) {
        double doublings = Math.log(Math.max(nanoseconds / NANOS_OF_A_MICROSECOND, 1)) / Math.log(2);
        return Math.min((int) (doublings * CELLS_OF_A_DOUBLING), CELLS - 1);
    }

    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** How many took surely longer than that. */
    public long above(double milliseconds) {
        int limit = cell((long) (milliseconds * NANOS_OF_A_MILLISECOND));
        return counts.stream().skip(limit + 1L).mapToLong(Long::longValue).sum();
    }

    /** Milliseconds that a share of them did not exceed, at most 9 % too many; null where there are none. */
    public @Nullable Double milliseconds(double share) {
        long total = total();
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int cell = 0; cell < counts.size(); cell++) {
            seen += counts.get(cell);
            if (total > 0 && seen >= wanted) {
                return Math.pow(2, (cell + 1.0) / CELLS_OF_A_DOUBLING)
                        * NANOS_OF_A_MICROSECOND
                        / NANOS_OF_A_MILLISECOND;
            }
        }
        return null;
    }

    public LatencyCounts plus(LatencyCounts other) {
        List<Long> sum = new ArrayList<>();
        for (int cell = 0; cell < Math.max(counts.size(), other.counts.size()); cell++) {
            sum.add(at(cell) + other.at(cell));
        }
        return new LatencyCounts(sum);
    }

    private long at(int cell) {
        return cell < counts.size() ? counts.get(cell) : 0;
    }
}
