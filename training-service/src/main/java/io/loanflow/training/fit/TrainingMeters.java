package io.loanflow.training.fit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What the service counts of its trainings. */
@Component
public class TrainingMeters {

    private final Timer duration;
    private final Counter trees;

    TrainingMeters(MeterRegistry registry) {
        duration = Timer.builder("loanflow.training.duration")
                .description("Time from reading the batches to the registered version")
                .register(registry);
        trees = Counter.builder("loanflow.training.trees")
                .description("Trees grown")
                .register(registry);
    }

    public void grown(int count) {
        trees.increment(count);
    }

    public void trained(double seconds) {
        duration.record((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }
}
