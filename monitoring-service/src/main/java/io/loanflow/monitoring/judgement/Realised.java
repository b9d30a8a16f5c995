package io.loanflow.monitoring.judgement;

import io.loanflow.monitoring.fairness.GroupComparison;
import io.loanflow.monitoring.performance.Performance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a window's decisions, as far as it is known.
 *
 * @param performance null where no outcome is known
 * @param groups with the rates that outcomes give
 */
public record Realised(@Nullable Performance performance, List<GroupComparison> groups) {

    public Realised {
        groups = List.copyOf(groups);
    }
}
