package io.loanflow.serving.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What Prometheus sees of decisions that are remembered. */
@Component
class DecisionMeters {

    private final MeterRegistry registry;

    DecisionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void waiting(Supplier<Number> bytes) {
        Gauge.builder("loanflow.decisions.waiting", bytes)
                .description("What the journal has that is not in the database yet")
                .baseUnit("bytes")
                .register(registry);
    }

    void shipped(String dataset, long decisions) {
        Counter.builder("loanflow.decisions.shipped")
                .description("Decisions brought into the database")
                .tag("dataset", dataset)
                .register(registry)
                .increment((double) decisions);
    }
}
