package io.loanflow.preprocessing.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What Prometheus sees of preprocessing, of each data set that loads were prepared of. */
@Component
class PreprocessingMetrics {

    private static final String DATASET = "dataset";

    private static final Duration[] BUCKETS =
            Stream.of(1, 5, 15, 60, 300, 1800).map(Duration::ofSeconds).toArray(Duration[]::new);

    private final MeterRegistry registry;

    PreprocessingMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void found(String dataset, double seconds) {
        record(dataset, "found", seconds);
    }

    void prepared(String dataset, long preparedRows, double seconds) {
        record(dataset, "prepared", seconds);
        Counter.builder("loanflow.preprocessing.rows")
                .description("Rows encoded and stored in Redis")
                .tag(DATASET, dataset)
                .register(registry)
                .increment((double) preparedRows);
    }

    private void record(String dataset, String result, double seconds) {
        Timer.builder("loanflow.preprocessing")
                .description("Time until batches of a load were ready: found whole, or prepared anew")
                .tag(DATASET, dataset)
                .tag("result", result)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }
}
