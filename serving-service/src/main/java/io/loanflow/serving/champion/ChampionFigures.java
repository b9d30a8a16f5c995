package io.loanflow.serving.champion;

import io.loanflow.serving.ServingSettings;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.tracking.TrackingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What Prometheus sees of the model in service itself: which it is, how good it was on its test part, and since when it has been so. */
@Component
class ChampionFigures {

    private static final String DATASET = "dataset";
    private static final String AUC = "roc_auc";
    private static final double MILLIS = 1000;

    private final MlflowRuns runs;
    private final MultiGauge info;
    private final MultiGauge auc;
    private final MultiGauge trained;
    private final Map<String, Figures> byDataset = new TreeMap<>();

    ChampionFigures(ServingSettings settings, MeterRegistry registry) {
        runs = new MlflowRuns(settings.trackingUri());
        info = MultiGauge.builder("loanflow.champion.info")
                .description("The version in service, its family of models and the origin of its rows; always 1")
                .register(registry);
        auc = MultiGauge.builder("loanflow.champion.auc")
                .description("ROC AUC of the version in service on its test part; NaN where its run does not say")
                .register(registry);
        trained = MultiGauge.builder("loanflow.champion.trained.timestamp")
                .description("When the training of the version in service began, since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    /** A model in service; its run, which need not be there any more, is asked once. */
    void show(ServedModel model) {
        Figures figures = figures(model);
        synchronized (byDataset) {
            byDataset.put(model.version().name(), figures);
            info.register(rows(Figures::tags, unused -> 1), true);
            auc.register(rows(Figures::datasetTag, Figures::auc), true);
            trained.register(rows(Figures::datasetTag, Figures::trainedSeconds), true);
        }
    }

    private Figures figures(ServedModel model) {
        try {
            TrackedRun run = runs.run(model.version().runId());
            return new Figures(model, run.metrics().getOrDefault(AUC, Double.NaN), run.startMillis() / MILLIS);
        } catch (TrackingException e) {
            return new Figures(model, Double.NaN, Double.NaN);
        }
    }

    private List<MultiGauge.Row<?>> rows(Function<Figures, Tags> tags, ToDoubleFunction<Figures> value) {
        return byDataset.values().stream()
                .<MultiGauge.Row<?>>map(figures -> MultiGauge.Row.of(tags.apply(figures), figures, value))
                .toList();
    }

    private record Figures(Tags tags, Tags datasetTag, double auc, double trainedSeconds) {

        Figures(ServedModel model, double auc, double trainedSeconds) {
            this(
                    Tags.of(
                            DATASET,
                            model.version().name(),
                            "version",
                            Integer.toString(model.version().version()),
                            "family",
                            model.model().facts().family(),
                            "origin",
                            model.origin().name().toLowerCase(Locale.ROOT)),
                    Tags.of(DATASET, model.version().name()),
                    auc,
                    trainedSeconds);
        }
    }
}
