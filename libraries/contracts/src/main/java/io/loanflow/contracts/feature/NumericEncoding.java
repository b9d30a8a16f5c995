package io.loanflow.contracts.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number, optionally standardised: (value - mean) / deviation.
 *
 * @param missingValue what stands for a missing value: the training part's median, or what {@code fill} says
 * @param mean 0 where the column is taken as it is
 * @param deviation 1 where the column is taken as it is; never 0
 * @param indicator true where a second feature says whether the value is missing; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NumericEncoding(
        String column,
        double missingValue,
        double mean,
        double deviation,
        @Nullable Boolean indicator) implements ColumnEncoding {

    public NumericEncoding {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("column " + column + ": deviation must be above 0, is " + deviation);
        }
    }

    public NumericEncoding(String column, double missingValue, double mean, double deviation) {
        this(column, missingValue, mean, deviation, null);
    }

    @Override
    public List<String> featureNames() {
        return tellsMissing() ? List.of(column, column + MISSING) : List.of(column);
    }

    /** Whether a second feature is 1 where the value is missing. */
    public boolean tellsMissing() {
        return Boolean.TRUE.equals(indicator);
    }

    /** @param value NaN where it is missing */
    public double encode(double value) {
        double known = Double.isNaN(value) ? missingValue : value;
        return (known - mean) / deviation;
    }
}
