package io.loanflow.ingestion.check;

import io.loanflow.ingestion.expectation.Row;
import java.util.Collection;

/** A field in which some texts stand for a missing value. */
final class MarkedCell implements CellParser {

    private final int column;
    private final String[] markers;
    private final CellParser parser;

    MarkedCell(int column, Collection<String> markers, CellParser parser) {
        this.column = column;
        this.markers = markers.toArray(String[]::new);
        this.parser = parser;
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        for (String marker : markers) {
            if (CategoryCell.equal(marker, buffer, from, length)) {
                row.missing(column);
                row.written(column, marker);
                return;
            }
        }
        parser.parse(buffer, from, length, row);
    }
}
