package io.loanflow.serving.champion;

import io.loanflow.serving.ServingSettings;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModel;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.TrackingException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Follows the alias {@code champion} of every registered model that is served, with one question for all.
 */
@Component
class ChampionWatch implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(ChampionWatch.class);

    private final Champions champions;
    private final ChampionSwitch switching;
    private final ServingSettings settings;
    private final ModelRegistry registry;
    private String lastOutage = "";

    ChampionWatch(Champions champions, ChampionSwitch switching, ServingSettings settings) {
        this.champions = champions;
        this.switching = switching;
        this.settings = settings;
        this.registry = new ModelRegistry(settings.trackingUri());
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(this::poll, settings.championPollInterval());
    }

    /** Asks the registry once. Never throws, so that the next poll comes. */
    void poll() {
        boolean answered = during(this::followAll);
        if (answered && !lastOutage.isEmpty()) {
            lastOutage = "";
            LOG.info("MLflow answers again");
        }
    }

    private void followAll() {
        Map<String, RegisteredModel> models = registry.models().stream()
                .filter(model -> champions.mayServe(model.name()))
                .collect(Collectors.toMap(RegisteredModel::name, Function.identity()));
        models.keySet().forEach(champions::follow);
        RuntimeException problem = null;
        for (Champion champion : champions.inOrder()) {
            // What is wrong with one is no reason not to look at the others.
            try {
                follow(champion, models.get(champion.dataset()));
            } catch (RuntimeException e) {
                problem = e;
            }
        }
        if (problem != null) {
            throw problem;
        }
    }

    private void follow(Champion champion, @Nullable RegisteredModel model) {
        OptionalInt named = model == null ? OptionalInt.empty() : model.version(ModelRegistry.CHAMPION);
        if (model == null || named.isEmpty()) {
            champion.forgetRefusal();
            champion.explain(
                    "the registry has no model " + champion.dataset() + " with alias champion; run a pipeline");
        } else {
            follow(champion, model, named.getAsInt());
        }
        champion.named(named);
    }

    private void follow(Champion champion, RegisteredModel model, int number) {
        Optional<RegisteredModelVersion> named = version(champion, model, number);
        if (named.isEmpty()) {
            return;
        }
        RegisteredModelVersion version = named.get();
        if (champion.serves(version.version(), version.runId())) {
            champion.forgetRefusal();
        } else if (!champion.refused(version.version(), version.runId())) {
            switching.take(champion, version);
        }
    }

    /** With its run: the number of the newest version may be that of one that was deleted. Empty where it was deleted this moment. */
    private Optional<RegisteredModelVersion> version(Champion champion, RegisteredModel model, int number) {
        return model.latest(number)
                .or(() -> champion.runOf(number)
                        .map(runId -> new RegisteredModelVersion(model.name(), number, runId, Map.of())))
                .or(() -> registry.version(model.name(), number));
    }

    /** False where it did not work, which is logged. */
    private boolean during(Runnable work) {
        try {
            work.run();
            return true;
        } catch (TrackingException e) {
            outage(String.valueOf(e.getMessage()), null);
        } catch (RuntimeException e) {
            outage("unexpected: " + e, e);
        }
        return false;
    }

    private void outage(String reason, @Nullable Exception unexpected) {
        champions.inOrder().forEach(champion -> champion.explain("the model registry does not answer"));
        if (!reason.equals(lastOutage)) {
            lastOutage = reason;
            LOG.warn("A champion cannot be looked up; what is in service stays: {}", reason, unexpected);
        }
    }
}
