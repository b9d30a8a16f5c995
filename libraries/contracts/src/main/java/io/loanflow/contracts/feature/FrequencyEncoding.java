package io.loanflow.contracts.feature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place of a category among those of the training part, the most frequent at 0: one feature, however many categories there
 * are. Whatever is rare there, or not met, is one place behind the last; a missing category is {@link #NO_PLACE}.
 */
public final class FrequencyEncoding implements ColumnEncoding {

    public static final double NO_PLACE = -1;

    @JsonProperty
    private final String column;

    @JsonProperty
    private final List<String> categories;

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private final @Nullable List<String> rare;

    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param categories that have a place of their own, the most frequent first
     * @param rare the others that the training part had, sorted; null where that is not known
     */
    @JsonCreator
    public FrequencyEncoding(
            @JsonProperty("column") String column,
            @JsonProperty("categories") List<String> categories,
            @JsonProperty("rare") @Nullable List<String> rare) {
        this.column = column;
        this.rare = rare == null ? null : List.copyOf(rare);
        this.categories = List.copyOf(categories);
        for (int place = 0; place < this.categories.size(); place++) {
            places.put(this.categories.get(place), place);
        }
    }

    @Override
    public String column() {
        return column;
    }

    /** Where it is not known which others the training part had. */
    public FrequencyEncoding(String column, List<String> categories) {
        this(column, categories, null);
    }

    /** Those that have a place of their own, in its order. */
    public List<String> categories() {
        return categories;
    }

    @Override
    public List<String> featureNames() {
        return List.of(column);
    }

    @Override
    public boolean isUnseen(String category) {
        return rare != null && !places.containsKey(category) && Collections.binarySearch(rare, category) < 0;
    }

    public double encode(@Nullable String category) {
        return category == null ? NO_PLACE : places.getOrDefault(category, categories.size());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FrequencyEncoding encoding
                && column.equals(encoding.column)
                && categories.equals(encoding.categories)
                && Objects.equals(rare, encoding.rare);
    }

    @Override
    public int hashCode() {
        return 31 * column.hashCode() + categories.hashCode();
    }

    @Override
    public String toString() {
        return "FrequencyEncoding[column=" + column + ", categories=" + categories.size() + "]";
    }
}
