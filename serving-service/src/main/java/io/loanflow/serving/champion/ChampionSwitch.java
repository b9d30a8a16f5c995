package io.loanflow.serving.champion;

import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.tracking.RegisteredModelVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a version in service: loaded, tested and warmed up beside the one that is; whatever goes wrong, that one stays. */
@Component
class ChampionSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(ChampionSwitch.class);

    private final ModelLoader loader;
    private final WarmUp warmUp;
    private final ChampionMeters meters;

    ChampionSwitch(ModelLoader loader, WarmUp warmUp, ChampionMeters meters) {
        this.loader = loader;
        this.warmUp = warmUp;
        this.meters = meters;
    }

    /** @throws io.loanflow.tracking.TrackingException if MLflow does not answer now */
    void take(Champion champion, RegisteredModelVersion version) {
        ChampionMeters.OfDataset counted = meters.of(champion);
        try {
            ServedModel model = loader.load(version);
            warmUp.of(model);
            champion.serve(model);
            counted.switches().increment();
            LOG.info("Model {} version {} of run {} is in service", version.name(), version.version(), version.runId());
        } catch (ModelUnusableException e) {
            String reason = String.valueOf(e.getMessage());
            champion.refuse(new Refusal(version.version(), version.runId(), reason));
            counted.refusals().increment();
            LOG.error("Model {} version {} is not served: {}", version.name(), version.version(), reason);
        }
    }
}
