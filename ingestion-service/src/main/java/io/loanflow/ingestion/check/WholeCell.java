package io.loanflow.ingestion.check;

import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.NumberText;
import java.math.BigDecimal;

/** A field that must be a whole number, in whatever notation: 22, 22.0 and 2.2e1 are the same, and stored as 22. */
final class WholeCell implements CellParser {

    /** ColumnStore keeps the two smallest numbers of 64 bits for itself. */
    private static final long SMALLEST = Long.MIN_VALUE + 2;

    private static final String OUT_OF_RANGE =
            "is outside of the whole numbers that can be stored, " + SMALLEST + " to " + Long.MAX_VALUE;

    private final int column;

    /** @param column its position in the row */
    WholeCell(int column) {
        this.column = column;
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        String text = new String(buffer, from, length);
        double value = ShortDecimal.parse(buffer, from, length);
        long whole = (long) value;
        if (whole != value) {
            parse(text, row);
        } else {
            row.whole(column, text, isCanonical(buffer, from, length) ? text : Long.toString(whole), whole);
        }
    }

    /** Of a short decimal: whether it is written as the whole number is. */
    private static boolean isCanonical(char[] buffer, int from, int length) {
        char first = buffer[from];
        if (first == '-' || first == '0') {
            return length == 1;
        }
        for (int i = from; i < from + length; i++) {
            if (buffer[i] == '.') {
                return false;
            }
        }
        return true;
    }

    private void parse(String text, Row row) {
        if (NumberText.of(text) == NumberText.NONE) {
            row.invalid(column, text, NumberText.flaw(text));
            return;
        }
        try {
            BigDecimal value = new BigDecimal(text).stripTrailingZeros();
            if (value.scale() > 0) {
                row.invalid(column, text, "is not whole");
                return;
            }
            // Refuses 1e999999999 by its number of digits, without writing them out.
            long whole = value.longValueExact();
            if (whole >= SMALLEST) {
                row.whole(column, text, Long.toString(whole), whole);
                return;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // said below
        }
        row.invalid(column, text, OUT_OF_RANGE);
    }
}
