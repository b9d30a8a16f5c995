package io.loanflow.contracts.feature;

import java.util.List;

/**
 * A number, optionally standardised: (value - mean) / deviation.
 *
 * @param missingValue what stands for a missing value: the training part's median
 * @param mean 0 where the column is taken as it is
 * @param deviation 1 where the column is taken as it is; never 0
 */
public record NumericEncoding(String column, double missingValue, double mean, double deviation)
        implements ColumnEncoding {

    public NumericEncoding {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("column " + column + ": deviation must be above 0, is " + deviation);
        }
    }

    @Override
    public List<String> featureNames() {
        return List.of(column);
    }

    /** @param value NaN where it is missing */
    public double encode(double value) {
        double known = Double.isNaN(value) ? missingValue : value;
        return (known - mean) / deviation;
    }
}
