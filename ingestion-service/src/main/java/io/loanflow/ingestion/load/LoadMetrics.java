package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ledger.DatasetLoad;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts rows, and times loads by data set and outcome. */
@Component
class LoadMetrics {

    private static final String DATASET = "dataset";

    private static final Duration[] BUCKETS =
            Stream.of(1, 5, 15, 60, 300, 1800, 7200).map(Duration::ofSeconds).toArray(Duration[]::new);

    private final MeterRegistry meters;
    /** Seconds since 1970, by data set. */
    private final Map<String, AtomicLong> lastComplete = new ConcurrentHashMap<>();

    LoadMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    LoadOutcome measure(String dataset, Supplier<LoadOutcome> load) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            LoadOutcome result = load.get();
            outcome = result.alreadyLoaded() ? "already_loaded" : "complete";
            return result;
        } catch (LoadRejectedException e) {
            outcome = "rejected";
            throw e;
        } catch (LoadCancelledException e) {
            outcome = "cancelled";
            throw e;
        } finally {
            sample.stop(Timer.builder("loanflow.loads")
                    .description("Time that loads took, by how they ended")
                    .tag(DATASET, dataset)
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters));
        }
    }

    void stored(DatasetLoad load) {
        String dataset = load.key().dataset();
        rows("loanflow.rows.loaded", "Rows stored by loads that are complete", dataset)
                .increment((double) load.figures().rowsStored());
        rows("loanflow.rows.quarantined", "Rows of such loads that were set aside", dataset)
                .increment((double) load.figures().rowsQuarantined());
        lastComplete
                .computeIfAbsent(dataset, this::lastComplete)
                .set(Instant.now().getEpochSecond());
    }

    private Counter rows(String name, String description, String dataset) {
        return Counter.builder(name)
                .description(description)
                .tag(DATASET, dataset)
                .register(meters);
    }

    private AtomicLong lastComplete(String dataset) {
        AtomicLong time = new AtomicLong();
        Gauge.builder("loanflow.load.complete.timestamp", time, AtomicLong::doubleValue)
                .description("When this process last completed a load, since 1970")
                .baseUnit("seconds")
                .tag(DATASET, dataset)
                .register(meters);
        return time;
    }
}
