package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.CellText;
import java.util.Map;

/** A field that holds a category of an open column: any text of which a category can be made, or what the column's map says. */
final class OpenCategoryCell implements CellParser {

    private final int index;
    private final Column column;
    private final Map<String, String> map;

    /** @param index of the column in the row */
    OpenCategoryCell(int index, Column column) {
        this.index = index;
        this.column = column;
        map = column.source().map();
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        String text = new String(buffer, from, length);
        String category = map.getOrDefault(text, text);
        if (column.allows(category)) {
            row.text(index, text, category, TextCell.hash(category));
        } else {
            row.invalid(index, text, flaw(text));
        }
    }

    private static String flaw(String text) {
        if (CellText.isMissing(text)) {
            return CellText.MISSING;
        }
        return text.codePointCount(0, text.length()) > Column.LONGEST_NAME
                ? "is longer than " + Column.LONGEST_NAME + " characters; give the column the type text"
                : TrimmedCell.trimmed(text).length() < text.length()
                        ? "has blanks at its ends; add trim: true to source"
                        : "has a control character in it";
    }
}
