package io.loanflow.ingestion.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column. The figures of a numeric column are null where every value is missing, and of another column always.
 *
 * @param missing how many rows have no value
 * @param mean of the values that are there
 * @param deviation the standard deviation of these, of the whole population
 * @param categories rows of each category in the definition's order; null of a numeric column
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnProfile(
        String column,
        long missing,
        @Nullable Double minimum,
        @Nullable Double maximum,
        @Nullable Double mean,
        @Nullable Double deviation,
        @Nullable Map<String, Long> categories) {}
