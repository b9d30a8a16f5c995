package io.loanflow.serving.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What Prometheus sees of decisions that are remembered. */
@Component
class DecisionMeters {

    private final Counter shipped;

    DecisionMeters(MeterRegistry registry) {
        shipped = Counter.builder("loanflow.decisions.shipped")
                .description("Decisions brought into the database")
                .register(registry);
    }

    void shipped(long decisions) {
        shipped.increment((double) decisions);
    }
}
