package io.loanflow.synthetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The values of one row drawn so far, as they are written. */
final class SyntheticRow {

    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    void put(String column, double value, int decimals) {
        BigDecimal written = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        numbers.put(column, written.doubleValue());
        texts.put(column, written.toPlainString());
    }

    void put(String column, String category) {
        texts.put(column, category);
    }

    double number(String column) {
        return Objects.requireNonNull(numbers.get(column), column);
    }

    String text(String column) {
        return Objects.requireNonNull(texts.get(column), column);
    }
}
