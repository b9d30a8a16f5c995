package io.loanflow.ingestion.check;

import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.NumberForm;

/** A number that is not written plainly: it is, before its column's type reads it. */
final class WrittenNumberCell implements CellParser {

    private final int column;
    private final NumberForm form;
    private final CellParser parser;

    WrittenNumberCell(int column, NumberForm form, CellParser parser) {
        this.column = column;
        this.form = form;
        this.parser = parser;
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        String text = new String(buffer, from, length);
        String plain = form.plain(text);
        if (plain == null) {
            row.invalid(column, text, form.flaw(text));
            return;
        }
        parser.parse(plain.toCharArray(), 0, plain.length(), row);
        row.written(column, text);
    }
}
