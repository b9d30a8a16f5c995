package io.loanflow.ingestion.validation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one expectation: either the count of rows that break it or one figure of the whole table.
 *
 * @param elementCount rows judged; for a critical condition on rows all that were read, else those that are kept
 * @param unexpectedCount rows that break the condition; null for a figure
 * @param unexpectedPercent of the rows where the value is not missing; null for a figure
 * @param missingCount rows about which nothing can be said, since the value is missing; null for a figure
 * @param partialUnexpectedList the first {@value #PARTIAL} values that break it, as they stand in the file but for long
 *     ones, which are cut; null for a figure
 * @param partialUnexpectedIndexList the numbers of their rows, from 1; null for a figure
 * @param observedValue the figure; null for a condition on rows, and where there is nothing to compute it from
 * @param commonestOffenders how the values that break it look, the commonest first, a few; for messages and not written. Null for a
 *     figure and in a result that was read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Observation(
        long elementCount,
        @Nullable Long unexpectedCount,
        @Nullable Double unexpectedPercent,
        @Nullable Long missingCount,
        @Nullable List<String> partialUnexpectedList,
        @Nullable List<Long> partialUnexpectedIndexList,
        @Nullable Double observedValue,
        @JsonIgnore @Nullable List<Offenders> commonestOffenders) {

    /** How many unexpected values are listed. */
    public static final int PARTIAL = 20;

    public Observation {
        partialUnexpectedList = partialUnexpectedList == null ? null : List.copyOf(partialUnexpectedList);
        partialUnexpectedIndexList =
                partialUnexpectedIndexList == null ? null : List.copyOf(partialUnexpectedIndexList);
        commonestOffenders = commonestOffenders == null ? null : List.copyOf(commonestOffenders);
    }

    /** One figure of the whole table. */
    public static Observation figure(long elementCount, @Nullable Double observedValue) {
        return new Observation(elementCount, null, null, null, null, null, observedValue, null);
    }
}
