package io.loanflow.preprocessing.split;

import io.loanflow.preprocessing.spool.RankedValue;
import io.loanflow.preprocessing.spool.RowSpool;
import java.util.OptionalDouble;

/** Where the test part begins in time, in bounded memory. */
public final class TimeBoundary {

    private final RowSpool rows;
    private final int column;
    private long before;
    private long at;
    private long after;
    private double next = Double.POSITIVE_INFINITY;

    private TimeBoundary(RowSpool rows, int column) {
        this.rows = rows;
        this.column = column;
    }

    /**
     * The earliest time of the test part, which has the rows of all later ones too: of all times that leave a row on each side, the one by
     * which the test part comes nearest to its share, and the earlier of two. Empty if the rows are all of one time.
     */
    public static OptionalDouble of(RowSpool rows, int column, double testShare) {
        return new TimeBoundary(rows, column).find(testShare);
    }

    private OptionalDouble find(double testShare) {
        long[] count = new long[1];
        rows.forEachValue(column, value -> count[0]++);
        long all = count[0];
        if (all < 2) {
            return OptionalDouble.empty();
        }
        long wanted = Math.min(all - 1, Math.max(1, Math.round(testShare * (double) all)));
        double time = RankedValue.of(rows, column, all - wanted);
        rows.forEachValue(column, value -> count(value, time));
        if (before == 0 && after == 0) {
            return OptionalDouble.empty();
        }
        boolean isWithTies = after == 0 || (before > 0 && at + after - wanted <= wanted - after);
        return OptionalDouble.of(isWithTies ? time : next);
    }

    private void count(double value, double time) {
        if (value < time) {
            before++;
        } else if (value > time) {
            after++;
            next = Math.min(next, value);
        } else {
            at++;
        }
    }
}
