package io.loanflow.contracts.dataset;

import java.math.BigDecimal;

/** Numbers of a definition as people write them: 18, 0.5, 100000. */
final class PlainNumber {

    private PlainNumber() {}

    static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
