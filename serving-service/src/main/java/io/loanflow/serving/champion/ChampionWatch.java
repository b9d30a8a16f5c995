package io.loanflow.serving.champion;

import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.serving.ServingSettings;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.TrackingException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Follows the alias {@code champion}. A new version is loaded and tested beside the one in service; whatever goes wrong,
 * the one in service stays.
 */
@Component
class ChampionWatch implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(ChampionWatch.class);

    private final Champion champion;
    private final ModelLoader loader;
    private final ServingSettings settings;
    private final ModelRegistry registry;
    private final Counter switches;
    private final Counter refusals;
    private String lastOutage = "";

    ChampionWatch(Champion champion, ModelLoader loader, ServingSettings settings, MeterRegistry meters) {
        this.champion = champion;
        this.loader = loader;
        this.settings = settings;
        this.registry = new ModelRegistry(settings.trackingUri());
        this.switches = Counter.builder("loanflow.champion.switches")
                .description("Models put in service")
                .register(meters);
        this.refusals = Counter.builder("loanflow.champion.refusals")
                .description("Champions that could not be served")
                .register(meters);
        Gauge.builder("loanflow.champion.version", champion, ChampionWatch::versionInService)
                .description("Version in service, 0 while there is none")
                .register(meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(this::poll, settings.championPollInterval());
    }

    /** Asks the registry once. Never throws, so that the next poll comes. */
    void poll() {
        try {
            Optional<RegisteredModelVersion> named = registry.byAlias(settings.model(), ModelRegistry.CHAMPION);
            named.ifPresentOrElse(this::follow, this::nobodyNamed);
            champion.named(
                    named.stream().mapToInt(RegisteredModelVersion::version).findFirst());
            recovered();
        } catch (TrackingException e) {
            outage(String.valueOf(e.getMessage()), null);
        } catch (RuntimeException e) {
            outage("unexpected: " + e, e);
        }
    }

    private void nobodyNamed() {
        champion.forgetRefusal();
        champion.explain("the registry has no model " + settings.model() + " with alias champion; run a pipeline");
    }

    private void follow(RegisteredModelVersion version) {
        if (champion.serves(version.version(), version.runId())) {
            champion.forgetRefusal();
        } else if (!champion.refused(version.version(), version.runId())) {
            take(version);
        }
    }

    private void take(RegisteredModelVersion version) {
        try {
            ServedModel model = loader.load(version);
            champion.serve(model);
            switches.increment();
            LOG.info("Model {} version {} of run {} is in service", version.name(), version.version(), version.runId());
        } catch (ModelUnusableException e) {
            String reason = String.valueOf(e.getMessage());
            champion.refuse(new Refusal(version.version(), version.runId(), reason));
            refusals.increment();
            LOG.error("Model {} version {} is not served: {}", version.name(), version.version(), reason);
        }
    }

    private void outage(String reason, @Nullable Exception unexpected) {
        champion.explain("the model registry does not answer");
        if (!reason.equals(lastOutage)) {
            lastOutage = reason;
            LOG.warn("The champion cannot be looked up; what is in service stays: {}", reason, unexpected);
        }
    }

    private void recovered() {
        if (!lastOutage.isEmpty()) {
            lastOutage = "";
            LOG.info("MLflow answers again");
        }
    }

    private static double versionInService(Champion champion) {
        return champion.current().map(model -> model.version().version()).orElse(0);
    }
}
