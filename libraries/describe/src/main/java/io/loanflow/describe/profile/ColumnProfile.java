package io.loanflow.describe.profile;

import java.util.List;
import java.util.Map;

/**
 * What stands in a column.
 *
 * @param name what the file calls it
 * @param kinds numbers and texts by their kind
 * @param datePatterns those that all texts have, the likeliest first
 * @param content a hash of all its texts in their order
 */
public record ColumnProfile(
        String name,
        Counts counts,
        Values values,
        Map<CellKind, Numbers> kinds,
        List<String> datePatterns,
        long content) {

    /**
     * @param words those that may stand for no value, with how often each is met
     * @param unique whether no text is there twice among the first 262,144
     * @param consecutive whether each is the number after the one before
     */
    public record Counts(long rows, long empty, Map<String, Long> words, boolean unique, boolean consecutive) {

        /** Rows whose field is not empty, and no word for it. */
        public long values() {
            return rows
                    - empty
                    - words.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * @param counts how often each text is met
     * @param numbers what the texts are as numbers; those that are none are not in it
     * @param complete whether those are all; else there are more than 1,024
     * @param longest in characters
     */
    public record Values(
            Map<String, Long> counts,
            Map<String, CellKind> kindOf,
            Map<String, Double> numbers,
            boolean complete,
            int longest,
            boolean blanks) {}

    /** How many texts are of one of the kinds. */
    public long count(CellKind... of) {
        long count = 0;
        for (CellKind kind : of) {
            Numbers numbers = kinds.get(kind);
            count += numbers == null ? 0 : numbers.count();
        }
        return count;
    }
}
