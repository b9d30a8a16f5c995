package io.loanflow.model.reference;

import java.util.List;

/**
 * A column of categories.
 *
 * @param categories those that the model tells apart
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

    /** Cell of a category; the last one where the model does not tell it apart. */
    public int cell(String category) {
        int index = categories.indexOf(category);
        return index < 0 ? categories.size() : index;
    }
}
