package io.loanflow.training.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model on some of the test rows.
 *
 * @param kind all, slice or group
 * @param column that tells them from the others; null of all rows
 * @param value that they have in it; null of all rows
 * @param measures by name, in order
 */
public record MeasuredRows(
        Kind kind,
        @Nullable String column,
        @Nullable String value,
        long rows,
        long positives,
        Map<String, Interval> measures) {

    /** What the rows are. */
    public enum Kind {
        ALL,
        SLICE,
        GROUP
    }

    public MeasuredRows {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    String name() {
        return column == null ? "all test rows" : column + " = " + value;
    }
}
