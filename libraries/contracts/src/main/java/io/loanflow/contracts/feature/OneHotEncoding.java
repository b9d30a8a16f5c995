package io.loanflow.contracts.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One 0/1 feature for each category met in the training part, and perhaps one for all others. A missing category is all zeros, and so
 * is an unmet one where no feature stands for it.
 *
 * @param categories that have a feature of their own, in the definition's order
 * @param other true where the last feature stands for every other category; else null
 * @param rare those that the training part had, but have no feature of their own, sorted; null where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OneHotEncoding(
        String column,
        List<String> categories,
        @Nullable Boolean other,
        @Nullable List<String> rare) implements ColumnEncoding {

    public OneHotEncoding {
        categories = List.copyOf(categories);
        rare = rare == null ? null : List.copyOf(rare);
    }

    /** Where it is not known which others the training part had. */
    public OneHotEncoding(String column, List<String> categories, @Nullable Boolean other) {
        this(column, categories, other, null);
    }

    public OneHotEncoding(String column, List<String> categories) {
        this(column, categories, null, null);
    }

    @Override
    public List<String> featureNames() {
        Stream<String> own = categories.stream().map(category -> column + "=" + category);
        return Stream.concat(own, hasOther() ? Stream.of(column + OTHER) : Stream.of())
                .toList();
    }

    /** Whether the last feature stands for every category without one of its own. */
    public boolean hasOther() {
        return Boolean.TRUE.equals(other);
    }

    @Override
    public boolean isUnseen(String category) {
        boolean isKnown = rare != null ? Collections.binarySearch(rare, category) >= 0 : hasOther();
        return !isKnown && !categories.contains(category);
    }

    /** Number of features. */
    public int width() {
        return categories.size() + (hasOther() ? 1 : 0);
    }

    /** Writes {@link #width} features from {@code offset} on. */
    public void encode(@Nullable String category, double[] features, int offset) {
        boolean known = category == null;
        for (int i = 0; i < categories.size(); i++) {
            boolean equal = categories.get(i).equals(category);
            features[offset + i] = equal ? 1 : 0;
            known |= equal;
        }
        if (hasOther()) {
            features[offset + categories.size()] = known ? 0 : 1;
        }
    }
}
