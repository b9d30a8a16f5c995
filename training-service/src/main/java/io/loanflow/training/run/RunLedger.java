package io.loanflow.training.run;

import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.contracts.pipeline.TrainingResult;
import io.loanflow.tracking.DatasetInput;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelFolder;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.evaluation.MetricNames;
import io.loanflow.training.forest.ForestParameters;
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

    RunLedger(MlflowRuns runs, MlflowArtifacts artifacts, ModelRegistry registry) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.registry = registry;
    }

    /** What a finished run of this key made; empty where there is none, or its version was deleted. */
    Optional<TrainingResult> finished(String dataset, String key) {
        return runs.find(runs.experiment(dataset), RunTags.TRAINING_KEY, key)
                .filter(TrackedRun::finished)
                .flatMap(run -> registry.byRun(dataset, run.id()).map(version -> FinishedRun.result(run, version)));
    }

    /** The run of this key: a fresh one, or one that was not finished. */
    TrackedRun begin(TrainingRequest request, ForestParameters parameters, String key) {
        String experiment = runs.experiment(request.load().dataset());
        return runs.findOrCreate(experiment, RunDescription.name(request, parameters), RunTags.TRAINING_KEY, key);
    }

    void log(
            TrackedRun run,
            TrainingRequest request,
            ForestParameters parameters,
            TrainingData data,
            EvaluationReport report,
            ModelFolder folder) {
        runs.log(
                run,
                new RunContent(
                        RunDescription.parameters(request, parameters, data),
                        MetricNames.of(report),
                        RunDescription.tags(request, folder, report)));
        runs.logDataset(run, new DatasetInput(request.load(), data.definition(), "training"));
        folder.upload(artifacts, run, data.definition());
    }

    /** Registers the run's model folder and makes it the challenger. */
    RegisteredModelVersion register(
            TrackedRun run, TrainingRequest request, EvaluationReport report, ModelFolder folder) {
        String name = request.load().dataset();
        RegisteredModelVersion version = registry.register(
                name, run, RunDescription.note(request, report), RunDescription.versionTags(request, folder));
        registry.setAlias(name, ModelRegistry.CHALLENGER, version.version());
        return version;
    }

    void finish(TrackedRun run, double seconds) {
        runs.log(run, new RunContent(Map.of(), Map.of(FinishedRun.SECONDS, seconds), Map.of()));
        runs.finish(run);
    }
}
