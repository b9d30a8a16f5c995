package io.loanflow.model.reason;

import io.loanflow.model.family.ScoreUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row's score, column by column: the base and all contributions are the score.
 *
 * @param unit of the numbers, which are those before calibration
 * @param comparison what the base is the mean score of
 * @param base the score that contributions are added to
 * @param columns each column's Shapley value, in the definition's order; above 0 where it moves the row towards the positive label
 */
public record Contributions(ScoreUnit unit, Comparison comparison, double base, Map<String, Double> columns) {

    /** What a row is compared with. */
    public enum Comparison {
        /** Rows of the positive label. */
        POSITIVE_ROWS,
        /** All training rows, by the shares of them that took each turn in the trees. */
        TRAINING_ROWS
    }

    public Contributions {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** @throws IllegalArgumentException if there is no such column */
    public double of(String column) {
        Double value = columns.get(column);
        if (value == null) {
            throw new IllegalArgumentException("there is no column " + column + " among " + columns.keySet());
        }
        return value;
    }
}
