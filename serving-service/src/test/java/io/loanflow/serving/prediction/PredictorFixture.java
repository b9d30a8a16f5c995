package io.loanflow.serving.prediction;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.ChampionFixture;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.decision.DecisionFixture;
import io.loanflow.serving.decision.DecisionKeeper;
import io.loanflow.serving.refusal.RefusedInputs;
import io.loanflow.serving.rollout.ShadowFixture;
import io.loanflow.serving.rollout.VersionTallies;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A predictor without an application around it. */
public final class PredictorFixture {

    public static final ServingSettings SETTINGS = settings(5);

    private PredictorFixture() {}

    public static Predictor predictor(ModelFolder folder) {
        return predictor(folder, new SimpleMeterRegistry());
    }

    static Predictor predictor(ModelFolder folder, MeterRegistry meters) {
        return predictor(ChampionFixture.serving(folder, SETTINGS), meters);
    }

    public static Predictor predictor(Champions champions, MeterRegistry meters) {
        return predictor(champions, meters, SETTINGS);
    }

    /** One that takes long batches. */
    static Predictor patient(ModelFolder folder, MeterRegistry meters) {
        ServingSettings settings = settings(10_000);
        Champions champions = ChampionFixture.serving(folder, settings);
        return predictor(champions, meters, settings);
    }

    private static Predictor predictor(Champions champions, MeterRegistry meters, ServingSettings settings) {
        DecisionKeeper keeper = DecisionFixture.keeper(settings);
        PredictionMetrics metrics = new PredictionMetrics(meters);
        return new Predictor(
                champions,
                metrics,
                keeper,
                new VersionTallies(champions, keeper),
                ShadowFixture.canaries(champions, settings),
                new RefusedRows(metrics, new RefusedInputs(settings)),
                settings);
    }

    private static ServingSettings settings(int maxBatchRows) {
        return new ServingSettings(
                URI.create("http://127.0.0.1:1"),
                "loan",
                List.of(),
                null,
                URI.create("http://127.0.0.1:8080"),
                Duration.ofSeconds(1),
                Duration.ZERO,
                maxBatchRows,
                DecisionFixture.NOT_REMEMBERED,
                DecisionFixture.NO_DATABASE,
                new ServingSettings.Table(TableEngine.AUTO));
    }
}
