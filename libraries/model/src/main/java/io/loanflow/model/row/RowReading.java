package io.loanflow.model.row;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read: a row, or everything that is wrong with it.
 *
 * @param row null where there are problems
 * @param refusals why it is refused, also where its problems are too many to tell
 */
public record RowReading(@Nullable Row row, List<Problem> problems, Set<Refusal> refusals) {

    public RowReading {
        problems = List.copyOf(problems);
        refusals = Set.copyOf(refusals);
    }
}
