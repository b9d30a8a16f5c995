package io.loanflow.serving.champion;

import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.tracking.RegisteredModelVersion;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a version in service: loaded, tested and warmed up beside the one that is; whatever goes wrong, that one stays. */
@Component
class ChampionSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(ChampionSwitch.class);

    private final RehearsalRoom rehearsals;
    private final ModelLoader loader;
    private final WarmUp warmUp;
    private final ChampionMeters meters;
    private final ChampionFigures figures;

    ChampionSwitch(
            RehearsalRoom rehearsals,
            ModelLoader loader,
            WarmUp warmUp,
            ChampionMeters meters,
            ChampionFigures figures) {
        this.rehearsals = rehearsals;
        this.loader = loader;
        this.warmUp = warmUp;
        this.meters = meters;
        this.figures = figures;
    }

    /** @throws io.loanflow.tracking.TrackingException if MLflow does not answer now */
    void take(Champion champion, RegisteredModelVersion version) {
        ChampionMeters.OfDataset counted = meters.of(champion);
        try {
            ServedModel model = ready(version);
            champion.serve(model);
            counted.switches().increment();
            LOG.info("Model {} version {} of run {} is in service", version.name(), version.version(), version.runId());
            figures.show(model);
        } catch (ModelUnusableException e) {
            String reason = String.valueOf(e.getMessage());
            champion.refuse(new Refusal(version.version(), version.runId(), reason));
            counted.refusals().increment();
            LOG.error("Model {} version {} is not served: {}", version.name(), version.version(), reason);
        }
    }

    private ServedModel ready(RegisteredModelVersion version) {
        Optional<ServedModel> rehearsed = rehearsals.take(version);
        ServedModel model = rehearsed.orElseGet(() -> loader.load(version));
        // A rehearsal has warmed its model up, but in a fresh process not what stands between a socket and it.
        if (rehearsed.isEmpty() || !warmUp.wasDone()) {
            warmUp.of(model);
        }
        return model;
    }
}
