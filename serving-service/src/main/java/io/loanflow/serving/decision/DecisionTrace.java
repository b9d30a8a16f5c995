package io.loanflow.serving.decision;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import org.slf4j.MDC;

/** Names the decision of a request in its span, and in what is logged while it is kept. */
final class DecisionTrace {

    private static final String LOGGED = "decisionId";
    private static final String TRACED = "loanflow.decision.id";

    private DecisionTrace() {}

    /** Of a batch none is named: each has an id of its own. */
    static void begin(List<Decision> decisions) {
        if (decisions.size() == 1) {
            String id = decisions.get(0).id().toString();
            MDC.put(LOGGED, id);
            Span.current().setAttribute(TRACED, id);
        }
    }

    static void end() {
        MDC.remove(LOGGED);
    }
}
