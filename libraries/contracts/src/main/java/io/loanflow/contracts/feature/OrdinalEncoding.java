package io.loanflow.contracts.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position of a category in its order, from 0; a boolean column is an ordinal one of two categories.
 *
 * @param categories from lowest to highest
 * @param missingValue what stands for a missing category: the training part's median position
 */
public record OrdinalEncoding(String column, List<String> categories, double missingValue) implements ColumnEncoding {

    public OrdinalEncoding {
        categories = List.copyOf(categories);
    }

    @Override
    public List<String> featureNames() {
        return List.of(column);
    }

    public double encode(@Nullable String category) {
        int position = category == null ? -1 : categories.indexOf(category);
        return position < 0 ? missingValue : position;
    }
}
