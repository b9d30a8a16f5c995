package io.loanflow.training.run;

import io.loanflow.model.folder.FolderPlace;
import io.loanflow.model.signature.FolderSigner;
import io.loanflow.tracking.DatasetInput;
import io.loanflow.tracking.LoggedModel;
import io.loanflow.tracking.LoggedModels;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.card.CardMaker;
import io.loanflow.training.fit.TrainedModel;
import io.loanflow.training.report.ReportFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes a model into its run: parameters, measures, tags, the rows it was made of, reports, and its folder. */
@Component
class RunLog {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final MlflowRuns runs;
    private final MlflowArtifacts artifacts;
    private final LoggedModels models;
    private final RunDescription description;
    private final CardMaker cards;
    private final FolderSigner signer;

    RunLog(
            MlflowRuns runs,
            MlflowArtifacts artifacts,
            LoggedModels models,
            RunDescription description,
            CardMaker cards,
            FolderSigner signer) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.models = models;
        this.description = description;
        this.cards = cards;
        this.signer = signer;
    }

    /** Identifier of the key that signs what is written; empty where it is not signed. */
    String signingKey() {
        return signer.keyId();
    }

    void write(TrackedRun run, TrainedModel model) {
        runs.describe(run.experimentId(), DatasetNote.of(model.data().definition()));
        runs.log(
                run,
                new RunContent(
                        RunDescription.parameters(model), RunDescription.metrics(model), description.tags(model)));
        runs.logDataset(
                run, new DatasetInput(model.request().load(), model.data().definition(), "training"));
        ReportFiles.of(model.report()).forEach((path, content) -> artifacts.upload(run.id(), path, content));
        artifacts.upload(run.id(), "model_provenance.txt", model.provenance().getBytes(StandardCharsets.UTF_8));
        String whyNot = model.python().whyNot();
        if (whyNot != null) {
            LOG.warn("MLflow's Python cannot decide by the model of run {}: {}", run.id(), whyNot);
        }
        writeFolder(run, model);
    }

    /** To the run, where serving and gate read it, and to MLflow's list of models, where its clients do. */
    private void writeFolder(TrackedRun run, TrainedModel model) {
        LoggedModel listed = VersionRegistration.listed(models, run, model);
        FolderPlace place =
                new FolderPlace(ModelRegistry.MODEL, run.id(), Instant.ofEpochMilli(run.startMillis()), listed.id());
        signer.sign(run.id(), model.folder().files(place, model.python())).forEach((name, content) -> {
            artifacts.upload(run.id(), ModelRegistry.MODEL + "/" + name, content);
            models.upload(listed, name, content);
        });
    }

    /** The model card, which names the version. */
    void writeCard(TrackedRun run, TrainedModel model, RegisteredModelVersion version) {
        cards.files(model, run, version).forEach((path, content) -> artifacts.upload(run.id(), path, content));
    }
}
