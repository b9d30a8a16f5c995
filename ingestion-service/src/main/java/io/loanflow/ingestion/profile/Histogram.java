package io.loanflow.ingestion.profile;

import java.util.List;

/**
 * Rows of a column by what they hold.
 *
 * @param cells what each counts, for people; the outermost of a number hold all that lies beyond
 * @param rows of each cell; rows without a value are in none
 */
public record Histogram(String column, List<String> cells, List<Long> rows) {

    public Histogram {
        cells = List.copyOf(cells);
        rows = List.copyOf(rows);
    }
}
