package io.loanflow.contracts.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position of a category in its order, from 0; a boolean column is an ordinal one of two categories.
 *
 * @param categories from lowest to highest
 * @param missingValue what stands for a missing category: the training part's median position
 * @param indicator true where a second feature says whether the category is missing; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrdinalEncoding(
        String column,
        List<String> categories,
        double missingValue,
        @Nullable Boolean indicator) implements ColumnEncoding {

    public OrdinalEncoding {
        categories = List.copyOf(categories);
    }

    public OrdinalEncoding(String column, List<String> categories, double missingValue) {
        this(column, categories, missingValue, null);
    }

    @Override
    public List<String> featureNames() {
        return tellsMissing() ? List.of(column, column + MISSING) : List.of(column);
    }

    /** Whether a second feature is 1 where the category is missing. */
    public boolean tellsMissing() {
        return Boolean.TRUE.equals(indicator);
    }

    public double encode(@Nullable String category) {
        int position = category == null ? -1 : categories.indexOf(category);
        return position < 0 ? missingValue : position;
    }
}
