package io.loanflow.model.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of categories.
 *
 * @param categories those that the model tells apart, of very many the most frequent
 * @param counts one for each category, and last that of all other rows: missing, too rare for the model, or unknown to it
 */
public record CategoryCounts(String column, List<String> categories, List<Long> counts) implements ColumnCounts {

    public CategoryCounts {
        categories = List.copyOf(categories);
        counts = List.copyOf(counts);
        if (counts.size() != categories.size() + 1) {
            throw new IllegalArgumentException("column " + column + " has " + categories.size()
                    + " categories, so it needs one count more, not " + counts.size());
        }
    }

    /** Cell of each category that the model tells apart; that of any other is the last one. */
    public Map<String, Integer> cells() {
        Map<String, Integer> cells = new HashMap<>();
        categories.forEach(category -> cells.put(category, cells.size()));
        return cells;
    }
}
