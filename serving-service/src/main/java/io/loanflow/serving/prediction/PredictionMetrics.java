package io.loanflow.serving.prediction;

import io.loanflow.serving.champion.ServedModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
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

/** What Prometheus sees of predicting, for each data set. */
@Component
public class PredictionMetrics {

    private static final Duration[] BUCKETS = Stream.of(10, 20, 50, 100, 200, 500, 1000, 10_000)
            .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
            .toArray(Duration[]::new);

    private static final double[] TENTHS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
    private static final double[] ROWS = {1, 10, 100, 1_000, 10_000, 100_000};

    private final MeterRegistry registry;
    private final Map<String, OfDataset> byDataset = new ConcurrentHashMap<>();

    PredictionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Of the data set that a model is about. */
    public OfDataset of(ServedModel model) {
        return byDataset.computeIfAbsent(model.version().name(), OfDataset::new);
    }

    /** The meters of one data set. */
    public final class OfDataset {

        private final String dataset;
        private final Timer scoring;
        private final Counter invalid;
        private final DistributionSummary probabilities;
        private final DistributionSummary batches;
        /** By what the answer says: a batch does not look a meter up for each of its rows. */
        private final Map<String, Counter> decisions = new ConcurrentHashMap<>();

        private OfDataset(String dataset) {
            this.dataset = dataset;
            scoring = Timer.builder("loanflow.prediction")
                    .description("Reading and scoring a single row, without HTTP")
                    .tag("dataset", dataset)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
            invalid = Counter.builder("loanflow.rows.invalid")
                    .description("Rows refused as not valid")
                    .tag("dataset", dataset)
                    .register(registry);
            probabilities = DistributionSummary.builder("loanflow.prediction.probability")
                    .description("Probability of the positive label that was answered")
                    .tag("dataset", dataset)
                    .serviceLevelObjectives(TENTHS)
                    .register(registry);
            batches = DistributionSummary.builder("loanflow.batch.rows")
                    .description("Rows that a batch asked for")
                    .tag("dataset", dataset)
                    .serviceLevelObjectives(ROWS)
                    .register(registry);
        }

        void batchOf(int rows) {
            batches.record(rows);
        }

        void scoringTook(long nanoseconds) {
            scoring.record(nanoseconds, TimeUnit.NANOSECONDS);
        }

        /** Also makes the counter of what the model did not say, so that its zero is seen. */
        public void count(ServedModel model, Prediction prediction) {
            probabilities.record(prediction.probability());
            for (String name : List.of(
                    model.definition().positiveName(), model.definition().negativeName())) {
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
                    .description("Answered rows")
                    .tag("dataset", dataset)
                    .tag("decision", decision)
                    .register(registry);
        }
    }
}
