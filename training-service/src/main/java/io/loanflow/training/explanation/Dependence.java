package io.loanflow.training.explanation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the probability follows one column while all others stay as they are.
 *
 * @param unit of its numbers; null where there is none
 * @param points numbers in their order and categories in the definition's, what is missing last
 * @param curves the probability at each point of some of the rows, drawn at random; their other values are not told
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Dependence(
        String column,
        @Nullable String unit,
        List<Point> points,
        @JsonIgnore double[][] curves) {

    public Dependence {
        points = List.copyOf(points);
    }

    /**
     * The rows with one value of the column.
     *
     * @param value as people read it
     * @param number the value where it is one; else null
     * @param mean of the rows' probabilities
     * @param low a tenth of the rows is not above it
     * @param high a tenth of the rows is not below it
     */
    public record Point(String value, @Nullable Double number, double mean, double low, double high) {}

    /** Whether its points are numbers, of which one may be missing. */
    public boolean isNumeric() {
        return points.get(0).number() != null;
    }
}
