package io.loanflow.serving.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request leaves in the journal: all of it or nothing.
 *
 * @param answer null where the request has no key
 */
record Entry(List<Decision> decisions, @Nullable KeyedAnswer answer) {

    Entry {
        decisions = List.copyOf(decisions);
    }
}
