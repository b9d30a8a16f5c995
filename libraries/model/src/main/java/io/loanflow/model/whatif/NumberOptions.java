package io.loanflow.model.whatif;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.feature.NumericEncoding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The values of a numeric column nearest to a row's, one for each cell that trees can tell apart. Whole where the column is; else the
 * shortest decimal number that makes the change at most a hundredth larger than it must be.
 */
final class NumberOptions {

    private static final double LARGER = 0.01;

    /** Digits behind the first one of the change; more are a double's own. */
    private static final int MOST_DIGITS = 16;

    private final Column column;
    private final NumericEncoding encoding;
    private final double[] thresholds;

    NumberOptions(Column column, NumericEncoding encoding, double[] thresholds) {
        this.column = column;
        this.encoding = encoding;
        this.thresholds = thresholds;
    }

    /** NaN where the cell has no allowed value. */
    double nearest(double current, int cell, boolean above) {
        double border = above ? decoded(thresholds[cell - 1]) : decoded(thresholds[cell]);
        return column.type() == ColumnType.INTEGER ? whole(border, cell, above) : decimal(border, current, cell, above);
    }

    private double decoded(double feature) {
        return feature * encoding.deviation() + encoding.mean();
    }

    /** The border may be off by a rounding, so its neighbours are tried as well. */
    private double whole(double border, int cell, boolean above) {
        double nearest = above ? Math.floor(border) : Math.ceil(border);
        for (int step = 0; step <= 2; step++) {
            double value = nearest + (above ? step : -step);
            if (isIn(cell, value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    private double decimal(double border, double current, int cell, boolean above) {
        BigDecimal exact = new BigDecimal(border);
        int first = -(int) Math.floor(Math.log10(Math.max(Math.abs(border - current), Double.MIN_NORMAL)));
        for (int digits = first; digits < first + MOST_DIGITS; digits++) {
            double value = beyond(exact, digits, above);
            boolean near = Math.abs(value - border) <= LARGER * Math.abs(border - current);
            if (near && isIn(cell, value)) {
                return value;
            }
        }
        double next = above ? Math.nextUp(border) : border;
        return isIn(cell, next) ? next : Double.NaN;
    }

    /** The first number of so many digits: above the border, or not above it. */
    private static double beyond(BigDecimal border, int digits, boolean above) {
        BigDecimal rounded = border.setScale(digits, RoundingMode.FLOOR);
        return (above ? rounded.add(BigDecimal.ONE.scaleByPowerOfTen(-digits)) : rounded).doubleValue();
    }

    private boolean isIn(int cell, double value) {
        double feature = encoding.encode(value);
        return column.allows(value)
                && (cell == 0 || feature > thresholds[cell - 1])
                && (cell == thresholds.length || feature <= thresholds[cell]);
    }
}
