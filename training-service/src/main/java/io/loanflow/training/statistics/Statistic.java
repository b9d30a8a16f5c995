package io.loanflow.training.statistics;

import java.util.Arrays;

/** A number that is computed from rows. Asked by several threads at once. */
public interface Statistic {

    /** @param times how often each row counts; NaN where these rows do not define it */
    double of(int[] times);

    /** On each row once. */
    default double observed(int rows) {
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        return of(once);
    }

    /** This one less another on the same rows. */
    default Statistic minus(Statistic other) {
        return times -> of(times) - other.of(times);
    }
}
