package io.loanflow.preprocessing.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What Prometheus sees of preprocessing. */
@Component
class PreprocessingMetrics {

    private final Timer found;
    private final Timer prepared;
    private final Counter rows;

    PreprocessingMetrics(MeterRegistry registry) {
        found = timer(registry, "found");
        prepared = timer(registry, "prepared");
        rows = Counter.builder("loanflow.preprocessing.rows")
                .description("Rows encoded and stored in Redis")
                .register(registry);
    }

    void found(double seconds) {
        record(found, seconds);
    }

    void prepared(long preparedRows, double seconds) {
        record(prepared, seconds);
        rows.increment(preparedRows);
    }

    private static void record(Timer timer, double seconds) {
        timer.record((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }

    private static Timer timer(MeterRegistry registry, String result) {
        return Timer.builder("loanflow.preprocessing")
                .description("Time until batches of a load were ready: found whole, or prepared anew")
                .tag("result", result)
                .register(registry);
    }
}
