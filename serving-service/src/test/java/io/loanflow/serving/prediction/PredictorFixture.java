package io.loanflow.serving.prediction;

import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champion;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** A predictor without an application around it. */
public final class PredictorFixture {

    public static final ServingSettings SETTINGS = new ServingSettings(
            URI.create("http://127.0.0.1:1"),
            "loan",
            URI.create("http://127.0.0.1:8080"),
            Duration.ofSeconds(1),
            DataSize.ofKilobytes(64),
            5);

    private PredictorFixture() {}

    public static Predictor predictor(Champion champion) {
        return predictor(champion, new SimpleMeterRegistry());
    }

    static Predictor predictor(Champion champion, MeterRegistry meters) {
        return new Predictor(champion, new PredictionMetrics(meters), SETTINGS);
    }

    /** One that takes long batches. */
    static Predictor patient(Champion champion, MeterRegistry meters) {
        ServingSettings settings = new ServingSettings(
                SETTINGS.trackingUri(),
                SETTINGS.model(),
                SETTINGS.publicUrl(),
                SETTINGS.championPollInterval(),
                SETTINGS.maxBody(),
                10_000);
        return new Predictor(champion, new PredictionMetrics(meters), settings);
    }
}
