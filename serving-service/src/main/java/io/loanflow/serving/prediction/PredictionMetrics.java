package io.loanflow.serving.prediction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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
    private final Counter approved;
    private final Counter rejected;
    private final Counter invalid;

    PredictionMetrics(MeterRegistry registry) {
        scoring = Timer.builder("loanflow.prediction")
                .description("Reading and scoring a single application, without HTTP")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        approved = decisions(registry, "approved");
        rejected = decisions(registry, "rejected");
        invalid = Counter.builder("loanflow.applications.invalid")
                .description("Applications refused as not valid")
                .register(registry);
    }

    void scoringTook(long nanoseconds) {
        scoring.record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    void count(Prediction prediction) {
        (prediction.decision() == Decision.APPROVED ? approved : rejected).increment();
    }

    void countInvalid() {
        invalid.increment();
    }

    private static Counter decisions(MeterRegistry registry, String decision) {
        return Counter.builder("loanflow.predictions")
                .description("Answered applications")
                .tag("decision", decision)
                .register(registry);
    }
}
