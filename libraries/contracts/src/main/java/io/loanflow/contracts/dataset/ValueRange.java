package io.loanflow.contracts.dataset;

/** The smallest and largest allowed number, both inclusive, in the column's unit. */
public record ValueRange(double minimum, double maximum) {

    public ValueRange {
        if (!(minimum <= maximum) || Double.isInfinite(minimum) || Double.isInfinite(maximum)) {
            throw new IllegalArgumentException(
                    "range [" + minimum + ", " + maximum + "] must be two finite numbers, the smaller first");
        }
    }

    public boolean contains(double value) {
        return value >= minimum && value <= maximum;
    }
}
