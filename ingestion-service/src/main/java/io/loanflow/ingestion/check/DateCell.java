package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.DatePattern;
import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.CellText;
import java.time.LocalDate;
import java.util.Optional;

/** A field that must be a day as the column's pattern has it; stored as {@code 2011-12-31}. */
final class DateCell implements CellParser {

    private final int column;
    private final DatePattern pattern;

    DateCell(int column, DatePattern pattern) {
        this.column = column;
        this.pattern = pattern;
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        String text = new String(buffer, from, length);
        Optional<LocalDate> day = pattern.parse(text);
        if (day.isPresent()) {
            row.whole(column, text, day.get().toString(), day.get().toEpochDay());
        } else if (CellText.isMissing(text)) {
            row.invalid(column, text, CellText.MISSING);
        } else {
            row.invalid(
                    column, text, "is no such date; say by format how dates are written, as in format: \"%d/%m/%Y\"");
        }
    }
}
