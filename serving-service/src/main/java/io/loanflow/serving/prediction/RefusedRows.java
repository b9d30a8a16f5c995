package io.loanflow.serving.prediction;

import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.refusal.RefusedInputs;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts rows of requests that are refused: for Prometheus now, and for the watch by their reasons. */
@Component
public class RefusedRows {

    private final PredictionMetrics metrics;
    private final RefusedInputs inputs;

    RefusedRows(PredictionMetrics metrics, RefusedInputs inputs) {
        this.metrics = metrics;
        this.inputs = inputs;
    }

    void count(ServedModel model, RecordReading refused) {
        metrics.of(model).countInvalid();
        inputs.count(model.version(), refused.reading().refusals());
    }

    /** Reads a body, and counts what is none. */
    public <T> T reading(ServedModel model, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedJsonException | InvalidRequestException e) {
            inputs.countNoRow(model.version());
            throw e;
        }
    }
}
