package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ledger.DatasetLoad;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts rows, and times loads by data set and outcome. */
@Component
class LoadMetrics {

    private static final String DATASET = "dataset";

    private final MeterRegistry meters;

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
            sample.stop(meters.timer("loanflow.loads", DATASET, dataset, "outcome", outcome));
        }
    }

    void stored(DatasetLoad load) {
        String dataset = load.key().dataset();
        meters.counter("loanflow.rows.loaded", DATASET, dataset)
                .increment((double) load.figures().rowsStored());
        meters.counter("loanflow.rows.quarantined", DATASET, dataset)
                .increment((double) load.figures().rowsQuarantined());
    }
}
