package io.loanflow.serving.decision;

import io.loanflow.datasettables.RefusedInputLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request leaves in the journal, all of it or nothing; or what was refused in some minutes.
 *
 * @param answer null where the request has no key
 */
record Entry(List<Decision> decisions, @Nullable KeyedAnswer answer, List<RefusedInputLine> refusals) {

    Entry {
        decisions = List.copyOf(decisions);
        refusals = List.copyOf(refusals);
    }

    static Entry ofRequest(List<Decision> decisions, @Nullable KeyedAnswer answer) {
        return new Entry(decisions, answer, List.of());
    }

    static Entry ofRefusals(List<RefusedInputLine> refusals) {
        return new Entry(List.of(), null, refusals);
    }
}
