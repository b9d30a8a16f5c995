package io.loanflow.training.run;

import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.folder.FolderPlace;
import io.loanflow.tracking.DatasetInput;
import io.loanflow.tracking.LoggedModels;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.evaluation.MetricNames;
import io.loanflow.training.report.ReportFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Training runs in MLflow. Every step may be repeated: what is there already stays or is written again with the same content.
 * A run is marked finished last.
 */
@Component
class RunLedger {

    private final MlflowRuns runs;
    private final MlflowArtifacts artifacts;
    private final ModelRegistry registry;
    private final LoggedModels loggedModels;
    private final RunDescription description;

    RunLedger(
            MlflowRuns runs,
            MlflowArtifacts artifacts,
            ModelRegistry registry,
            LoggedModels loggedModels,
            RunDescription description) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.registry = registry;
        this.loggedModels = loggedModels;
        this.description = description;
    }

    /** What a finished run of this key made; empty where there is none, or its version was deleted. */
    Optional<TrainingResult> finished(String dataset, String key) {
        return runs.find(runs.experiment(dataset), RunTags.TRAINING_KEY, key)
                .filter(TrackedRun::finished)
                .flatMap(run -> registry.byRun(dataset, run.id()).map(version -> FinishedRun.result(run, version)));
    }

    /** The run of this key: a fresh one, or one that was not finished. */
    TrackedRun begin(TrainingRequest request, Parameters parameters, String key) {
        String experiment = runs.experiment(request.load().dataset());
        return runs.findOrCreate(experiment, RunDescription.name(request, parameters), RunTags.TRAINING_KEY, key);
    }

    void log(TrackedRun run, TrainedModel model) {
        runs.log(run, new RunContent(RunDescription.parameters(model), metrics(model), description.tags(model)));
        runs.logDataset(
                run, new DatasetInput(model.request().load(), model.data().definition(), "training"));
        ReportFiles.of(model.report()).forEach((path, content) -> artifacts.upload(run.id(), path, content));
        artifacts.upload(run.id(), "model_provenance.txt", model.provenance().getBytes(StandardCharsets.UTF_8));
        model.folder()
                .files(new FolderPlace(ModelRegistry.MODEL, run.id(), Instant.ofEpochMilli(run.startMillis())))
                .forEach((name, content) -> artifacts.upload(run.id(), ModelRegistry.MODEL + "/" + name, content));
    }

    /** Registers the run's model folder and makes it the challenger. */
    RegisteredModelVersion register(TrackedRun run, TrainedModel model) {
        String name = model.data().definition().name();
        RegisteredModelVersion version =
                registry.register(name, run, RunDescription.note(model), RunDescription.versionTags(model));
        registry.setAlias(name, ModelRegistry.CHALLENGER, version.version());
        loggedModels.list(
                run,
                version,
                new RunContent(RunDescription.parameters(model), metrics(model), RunDescription.versionTags(model)));
        return version;
    }

    private static Map<String, Double> metrics(TrainedModel model) {
        Map<String, Double> metrics =
                new LinkedHashMap<>(MetricNames.of(model.report().evaluation()));
        metrics.putAll(model.rule().measures());
        return metrics;
    }

    void finish(TrackedRun run, double seconds) {
        runs.log(run, new RunContent(Map.of(), Map.of(FinishedRun.SECONDS, seconds), Map.of()));
        runs.finish(run);
    }
}
