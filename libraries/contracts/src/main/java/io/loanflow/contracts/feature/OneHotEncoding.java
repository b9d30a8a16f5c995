package io.loanflow.contracts.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One 0/1 feature for each category met in the training part. A missing or unmet category is all zeros.
 *
 * @param categories in the definition's order
 */
public record OneHotEncoding(String column, List<String> categories) implements ColumnEncoding {

    public OneHotEncoding {
        categories = List.copyOf(categories);
    }

    @Override
    public List<String> featureNames() {
        return categories.stream().map(category -> column + "=" + category).toList();
    }

    /** Writes {@code categories().size()} features from {@code offset} on. */
    public void encode(@Nullable String category, double[] features, int offset) {
        for (int i = 0; i < categories.size(); i++) {
            features[offset + i] = categories.get(i).equals(category) ? 1 : 0;
        }
    }
}
