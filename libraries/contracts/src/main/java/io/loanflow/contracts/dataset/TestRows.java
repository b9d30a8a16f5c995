package io.loanflow.contracts.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rows of a load are for testing, since they stand in files that the definition says so of.
 *
 * @param ranges of row numbers, rising and apart
 */
public record TestRows(List<Range> ranges) {

    private static final String BETWEEN_RANGES = ",";
    private static final String WITHIN_RANGE = "-";

    public TestRows {
        ranges = List.copyOf(ranges);
    }

    /**
     * Numbers of rows that follow one another.
     *
     * @param first from 1
     * @param last not before the first
     */
    public record Range(long first, long last) {}

    /** As {@link #text} writes it. */
    public static TestRows of(String text) {
        return new TestRows(
                text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(BETWEEN_RANGES))
                                .map(range -> range.split(WITHIN_RANGE))
                                .map(ends -> new Range(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
                                .toList());
    }

    /** As the ledger keeps it, such as {@code 32562-48842}. */
    public String text() {
        return String.join(
                BETWEEN_RANGES,
                ranges.stream()
                        .map(range -> range.first() + WITHIN_RANGE + range.last())
                        .toList());
    }

    /** The same with rows that come after all of it. */
    public TestRows and(long first, long last) {
        List<Range> more = new ArrayList<>(ranges);
        Range end = more.isEmpty() ? null : more.get(more.size() - 1);
        if (end != null && end.last() == first - 1) {
            more.set(more.size() - 1, new Range(end.first(), last));
        } else {
            more.add(new Range(first, last));
        }
        return new TestRows(more);
    }

    public boolean contains(long row) {
        for (Range range : ranges) {
            if (row <= range.last()) {
                return row >= range.first();
            }
        }
        return false;
    }
}
