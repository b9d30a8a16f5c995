package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.Offenders;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the shapes of the values that break one condition. */
final class OffenderTally {

    /** Shapes that are counted; a column with more has no common one. */
    private static final int COUNTED = 100;

    private static final int LISTED = 3;

    private final Map<Kind, Long> counts = new LinkedHashMap<>();

    private record Kind(String shape, @Nullable String flaw) {}

    void add(String value, @Nullable String flaw) {
        Kind kind = new Kind(Shape.of(value), flaw);
        if (counts.size() < COUNTED || counts.containsKey(kind)) {
            counts.merge(kind, 1L, Long::sum);
        }
    }

    /** The commonest first, a few. */
    List<Offenders> commonest() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Kind, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(LISTED)
                .map(entry ->
                        new Offenders(entry.getKey().shape(), entry.getKey().flaw(), entry.getValue()))
                .toList();
    }
}
