package io.loanflow.contracts.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a column stands in the file, where that is otherwise than in the table.
 *
 * @param from what the file calls it, any text; null where it is the column's name
 * @param position of the column in a file without header, from 1; null where that is its place in the definition
 * @param map categories by what the file writes for them; where it says nothing, the file writes the category
 * @param missing texts that stand for a missing value, besides those of the whole file
 * @param format null where values are plain
 */
public record ColumnSource(
        @Nullable String from,
        @Nullable Integer position,
        Map<String, String> map,
        List<String> missing,
        @Nullable ValueFormat format) {

    /** As in the table. */
    public static final ColumnSource PLAIN = new ColumnSource(null, null, Map.of(), List.of(), null);

    public ColumnSource {
        map = Map.copyOf(map);
        missing = List.copyOf(missing);
    }
}
