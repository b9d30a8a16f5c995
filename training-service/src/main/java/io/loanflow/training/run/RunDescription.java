package io.loanflow.training.run;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.ModelMetrics;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.family.Parameters;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.evaluation.MetricNames;
import io.loanflow.training.fit.TrainedModel;
import io.loanflow.training.report.EvaluationTable;
import io.loanflow.training.rows.SplitRuleText;
import io.loanflow.training.rows.TrainingData;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;

/** What a run and its version say of themselves. Parameters depend on the run's key only: MLflow refuses to change them. */
@Component
class RunDescription {

    private final Optional<String> gitRevision;

    /** @param build known where the service was built from a git repository */
    RunDescription(ObjectProvider<GitProperties> build) {
        gitRevision = Optional.ofNullable(build.getIfAvailable()).map(GitProperties::getCommitId);
    }

    static String name(TrainingRequest request, Parameters parameters) {
        return String.format(
                Locale.ROOT,
                "%s, load %d, %s of %d trees, seed %d",
                request.load().dataset(),
                request.load().loadId(),
                parameters.family().name(),
                parameters.trees(),
                parameters.whole(TrainingSettings.SEED));
    }

    /** Of a run whose model is registered. */
    static String name(RegisteredModelVersion version, TrainedModel model) {
        return String.format(
                Locale.ROOT,
                "%s version %d, AUC %.4f",
                version.name(),
                version.version(),
                model.report().evaluation().all().metrics().rocAuc());
    }

    static Map<String, String> parameters(TrainedModel model) {
        TrainingData data = model.data();
        PreprocessingSettings split = model.request().split();
        Map<String, String> described = new LinkedHashMap<>(model.parameters().described());
        described.put("calibration", model.rule().calibration().method());
        described.put("threshold", Double.toString(model.rule().threshold()));
        described.put("split.test_share", Double.toString(split.testShare()));
        described.put("split.seed", Long.toString(split.seed()));
        String rule = SplitRuleText.rule(data.definition());
        if (rule != null) {
            described.put("split.rule", rule);
        }
        described.put("dataset", data.definition().name());
        described.put("definition_version", Integer.toString(data.definition().version()));
        described.put("features", Integer.toString(data.train().features().size()));
        described.put("train_rows", Integer.toString(data.train().size()));
        described.put("test_rows", Integer.toString(data.test().size()));
        return described;
    }

    static Map<String, Double> metrics(TrainedModel model) {
        Map<String, Double> metrics =
                new LinkedHashMap<>(MetricNames.of(model.report().evaluation()));
        metrics.putAll(model.rule().measures());
        return metrics;
    }

    Map<String, String> tags(TrainedModel model) {
        TrainingRequest request = model.request();
        Map<String, String> tags = new LinkedHashMap<>(versionTags(model));
        tags.put(RunTags.SPLIT, SplitRuleText.of(model.data().definition(), request.split()));
        tags.put(RunTags.WORKFLOW_ID, request.run().workflowId());
        tags.put(RunTags.WORKFLOW_RUN_ID, request.run().runId());
        tags.put(RunTags.BATCHES, request.batches().sha256());
        tags.put("schema_fingerprint", request.batches().schemaFingerprint());
        tags.put("mlflow.user", "loanflow");
        tags.put("mlflow.source.name", "training-service");
        tags.put("mlflow.source.type", "JOB");
        gitRevision.ifPresent(revision -> tags.put(RunTags.REVISION, revision));
        tags.put("mlflow.note.content", note(model));
        tags.put(EvaluationTable.TAG, EvaluationTable.tag());
        return tags;
    }

    static Map<String, String> versionTags(TrainedModel model) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(RunTags.DATA_ORIGIN, origin(model.request()));
        tags.put(RunTags.MODEL_DIGEST, model.folder().facts().digest());
        tags.put("load_id", Long.toString(model.request().load().loadId()));
        tags.put("load_sha256", model.request().load().sha256());
        tags.put(RunTags.ROWS, RowsTag.write(model.request()));
        return tags;
    }

    /** Markdown. */
    static String note(TrainedModel model) {
        TrainingRequest request = model.request();
        ModelMetrics metrics = model.report().evaluation().all().metrics();
        String synthetic = request.load().origin() == DataOrigin.SYNTHETIC
                ? "**Trained on synthetic data: it says nothing about real people.**\n\n"
                : "";
        return synthetic
                + String.format(
                        Locale.ROOT,
                        "%d trees grown on %,d rows of load %d (%s), tested on %,d other rows: accuracy %.4f,"
                                + " ROC AUC %.4f, F1 %.4f, log loss %.4f.",
                        model.parameters().trees(),
                        request.batches().trainRows(),
                        request.load().loadId(),
                        origin(request),
                        request.batches().testRows(),
                        metrics.accuracy(),
                        metrics.rocAuc(),
                        metrics.f1(),
                        metrics.logLoss());
    }

    private static String origin(TrainingRequest request) {
        return request.load().rowsByOrigin().keySet().stream()
                .map(origin -> origin.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+"));
    }
}
