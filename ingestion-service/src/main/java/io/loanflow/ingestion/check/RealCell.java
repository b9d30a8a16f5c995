package io.loanflow.ingestion.check;

import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.NumberText;

/** A field that must be a finite decimal number. */
final class RealCell implements CellParser {

    private final int column;

    /** @param column its position in the row */
    RealCell(int column) {
        this.column = column;
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        String text = new String(buffer, from, length);
        double value = ShortDecimal.parse(buffer, from, length);
        if (Double.isNaN(value)) {
            parse(text, row);
        } else {
            row.valid(column, text, text, value);
        }
    }

    private void parse(String text, Row row) {
        NumberText number = NumberText.of(text);
        if (number == NumberText.NONE) {
            row.invalid(column, text, NumberText.flaw(text));
            return;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            row.invalid(column, text, "is too large for a 64-bit number");
        } else if (value == 0 && number.isNotZero()) {
            row.invalid(column, text, "is too close to 0 for a 64-bit number");
        } else {
            row.valid(column, text, number.isPlain() ? text : Double.toString(value), value);
        }
    }
}
