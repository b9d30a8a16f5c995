package io.loanflow.training.card;

import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.TrainingProperties;
import io.loanflow.training.fit.TrainedModel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the card of a version from all that training knows of it. */
@Component
public class CardMaker {

    /** Path of the page in the run. */
    public static final String PAGE = "card/model-card.html";

    private static final String JSON = "card/model-card.json";

    private final TrainingEnvironment environment;
    private final int threads;

    CardMaker(TrainingEnvironment environment, TrainingProperties properties) {
        this.environment = environment;
        this.threads = properties.growingThreads();
    }

    /** The files of the card, by their path in the run. */
    public Map<String, byte[]> files(TrainedModel model, TrackedRun run, RegisteredModelVersion version) {
        ModelCard card = card(model, run, version);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(PAGE, CardPage.write(card));
        files.put(JSON, CardJson.write(card));
        return files;
    }

    ModelCard card(TrainedModel model, TrackedRun run, RegisteredModelVersion version) {
        List<MeasuredRows> measured = new CardMeasures(model).all();
        var report = model.report().evaluation();
        return new ModelCard(
                version.name(),
                version.version(),
                model.parameters().family().name(),
                model.folder().facts().digest(),
                Instant.ofEpochMilli(run.startMillis()).toString(),
                run.page(),
                page(run, version),
                CardData.of(model),
                model.parameters().values(),
                model.rule().calibration().method(),
                model.rule().threshold(),
                measured,
                report.comparisons().stream().map(GroupDifferences::of).toList(),
                report.all().calibration().stream()
                        .filter(bin -> bin.rows() > 0)
                        .toList(),
                model.report().importances(),
                model.report().explanation(),
                new ProxyTests(model.data(), threads).all(),
                CardLimits.of(model, measured),
                environment.described());
    }

    private static String page(TrackedRun run, RegisteredModelVersion version) {
        String server = run.page().replaceFirst("/#/.*", "");
        return server + "/#/models/" + version.name() + "/versions/" + version.version();
    }
}
