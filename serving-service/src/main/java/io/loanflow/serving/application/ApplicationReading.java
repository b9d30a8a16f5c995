package io.loanflow.serving.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read: an application, or everything that is wrong with it.
 *
 * @param application null where there are problems
 */
public record ApplicationReading(@Nullable Application application, List<Problem> problems) {

    public ApplicationReading {
        problems = List.copyOf(problems);
    }
}
