package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A smallest and a largest number, both inclusive; at least one of them. */
record Limits(@Nullable Double minimum, @Nullable Double maximum) {

    double atLeast() {
        return minimum == null ? Double.NEGATIVE_INFINITY : minimum;
    }

    double atMost() {
        return maximum == null ? Double.POSITIVE_INFINITY : maximum;
    }

    boolean contains(double value) {
        return value >= atLeast() && value <= atMost();
    }

    /** That the column's number is within. */
    RowCondition condition(IndexedColumn column) {
        return column.column().type() == ColumnType.INTEGER
                ? new WholeBetween(column, this)
                : new Between(column, this);
    }

    Map<String, Object> kwargs() {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        if (minimum != null) {
            kwargs.put("min_value", minimum);
        }
        if (maximum != null) {
            kwargs.put("max_value", maximum);
        }
        return kwargs;
    }

    /** Such as "a number from 18 to 100 (years)". */
    String allowed(Column column) {
        String kind = column.type() == ColumnType.INTEGER ? "a whole number" : "a number";
        return kind + " " + this + (column.unit() == null ? "" : " (" + column.unit() + ")");
    }

    /** Such as "from 18 to 100". */
    @Override
    public String toString() {
        if (minimum == null) {
            return maximum == null ? "" : "of at most " + plain(maximum);
        }
        return maximum == null ? "of at least " + plain(minimum) : "from " + plain(minimum) + " to " + plain(maximum);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
