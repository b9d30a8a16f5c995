package io.loanflow.training.fit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the service counts of its trainings, of each data set that models were trained of. */
@Component
public class TrainingMeters {

    private static final String DATASET = "dataset";

    private static final Duration[] BUCKETS =
            Stream.of(5, 15, 60, 300, 1800, 7200).map(Duration::ofSeconds).toArray(Duration[]::new);

    private final MeterRegistry registry;

    TrainingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void grown(String dataset, int count) {
        Counter.builder("loanflow.training.trees")
                .description("Trees grown")
                .tag(DATASET, dataset)
                .register(registry)
                .increment(count);
    }

    public void trained(String dataset, double seconds) {
        Timer.builder("loanflow.training.duration")
                .description("Time from reading the batches to the registered version")
                .tag(DATASET, dataset)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }
}
