package io.loanflow.model.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read: a row, or everything that is wrong with it.
 *
 * @param row null where there are problems
 */
public record RowReading(@Nullable Row row, List<Problem> problems) {

    public RowReading {
        problems = List.copyOf(problems);
    }
}
