package io.loanflow.training.run;

import io.loanflow.tracking.LoggedModels;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.card.CardMaker;
import io.loanflow.training.fit.TrainedModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Registers the model folder of a run as a version of its data set's model. */
@Component
class VersionRegistration {

    private final MlflowRuns runs;
    private final ModelRegistry registry;
    private final LoggedModels loggedModels;

    VersionRegistration(MlflowRuns runs, ModelRegistry registry, LoggedModels loggedModels) {
        this.runs = runs;
        this.registry = registry;
        this.loggedModels = loggedModels;
    }

    /** The version that a run made; empty where it made none, or it was deleted. */
    Optional<RegisteredModelVersion> of(String dataset, TrackedRun run) {
        return registry.byRun(dataset, run.id());
    }

    /** Registers the model that the run holds and makes it the challenger. */
    RegisteredModelVersion register(TrackedRun run, TrainedModel model) {
        String name = model.data().definition().name();
        Map<String, String> tags = new LinkedHashMap<>(RunDescription.versionTags(model));
        String card = run.page(CardMaker.PAGE);
        tags.put(RunTags.MODEL_CARD, card);
        String description = RunDescription.note(model) + "\n\n[Model card](" + card + ")";
        RegisteredModelVersion version = registry.register(name, run, description, tags);
        runs.rename(run, RunDescription.name(version, model));
        registry.setAlias(name, ModelRegistry.CHALLENGER, version.version());
        loggedModels.list(
                run, version, new RunContent(RunDescription.parameters(model), RunDescription.metrics(model), tags));
        return version;
    }
}
