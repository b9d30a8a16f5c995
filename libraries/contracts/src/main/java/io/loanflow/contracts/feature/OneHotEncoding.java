package io.loanflow.contracts.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One 0/1 feature for each category met in the training part, and perhaps one for all others. A missing category is all zeros, and so
 * is an unmet one where no feature stands for it.
 *
 * @param categories that have a feature of their own, in the definition's order
 * @param other true where the last feature stands for every other category; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OneHotEncoding(
        String column, List<String> categories, @Nullable Boolean other) implements ColumnEncoding {

    public OneHotEncoding {
        categories = List.copyOf(categories);
    }

    public OneHotEncoding(String column, List<String> categories) {
        this(column, categories, null);
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
