package io.loanflow.training.run;

import io.loanflow.tracking.LoggedModel;
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
        LoggedModel listed = listed(loggedModels, run, model);
        RegisteredModelVersion version = registry.register(name, run, listed, description, tags);
        registry.describe(name, DatasetNote.of(model.data().definition()));
        runs.rename(run, RunDescription.name(version, model));
        registry.setAlias(name, ModelRegistry.CHALLENGER, version.version());
        loggedModels.list(
                run,
                listed,
                version,
                new RunContent(RunDescription.parameters(model), RunDescription.metrics(model), tags));
        return version;
    }

    /** The entry in MLflow's list of models, with the files of the folder. */
    static LoggedModel listed(LoggedModels models, TrackedRun run, TrainedModel model) {
        return models.open(run, model.data().definition().name(), RunDescription.parameters(model));
    }
}
