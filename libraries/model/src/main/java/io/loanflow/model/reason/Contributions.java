package io.loanflow.model.reason;

import io.loanflow.model.family.ScoreUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row's score, column by column: the base and all contributions are the score.
 *
 * @param unit of the numbers, which are those before calibration
 * @param base mean score of the training rows, by the shares of them that took each turn in the trees
 * @param columns each column's Shapley value, in the definition's order; above 0 where it moves the row towards the positive label
 */
public record Contributions(ScoreUnit unit, double base, Map<String, Double> columns) {

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
