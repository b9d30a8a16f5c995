package io.loanflow.serving.prediction;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What Prometheus sees of predicting. */
@Component
class PredictionMetrics {

    private static final Duration[] BUCKETS = Stream.of(10, 20, 50, 100, 200, 500, 1000, 10_000)
            .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
            .toArray(Duration[]::new);

    private final Timer scoring;
    private final MeterRegistry registry;
    /** By what the answer says: a batch does not look a meter up for each of its records. */
    private final Map<String, Counter> decisions = new ConcurrentHashMap<>();

    private final Counter invalid;

    PredictionMetrics(MeterRegistry registry) {
        this.registry = registry;
        scoring = Timer.builder("loanflow.prediction")
                .description("Reading and scoring a single application, without HTTP")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        invalid = Counter.builder("loanflow.applications.invalid")
                .description("Applications refused as not valid")
                .register(registry);
    }

    void scoringTook(long nanoseconds) {
        scoring.record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    /** Also makes the counter of what the model did not say, so that its zero is seen. */
    void count(DatasetDefinition definition, Prediction prediction) {
        for (String name : List.of(definition.positiveName(), definition.negativeName())) {
            Counter counter = decisions.computeIfAbsent(name, this::counter);
            if (name.equals(prediction.decision())) {
                counter.increment();
            }
        }
    }

    void countInvalid() {
        invalid.increment();
    }

    private Counter counter(String decision) {
        return Counter.builder("loanflow.predictions")
                .description("Answered applications")
                .tag("decision", decision)
                .register(registry);
    }
}
