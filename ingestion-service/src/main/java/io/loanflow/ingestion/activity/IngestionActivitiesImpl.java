package io.loanflow.ingestion.activity;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.IngestionActivities;
import io.loanflow.contracts.ingestion.IngestionRequest;
import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.ingestion.ValidationPublication;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.DatasetLoads;
import io.loanflow.ingestion.ledger.LoadFigures;
import io.loanflow.ingestion.load.LoadCancelledException;
import io.loanflow.ingestion.load.LoadOutcome;
import io.loanflow.ingestion.load.LoadProgress;
import io.loanflow.ingestion.load.RowsChoice;
import io.loanflow.ingestion.load.RowsWanted;
import io.loanflow.ingestion.validation.ValidationJson;
import io.loanflow.ingestion.validation.ValidationPage;
import io.loanflow.tracking.MlflowArtifacts;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Loads a pipeline's file, and shows its validation in MLflow. */
@Component
@ActivityImpl(taskQueues = TaskQueues.INGESTION)
public class IngestionActivitiesImpl implements IngestionActivities {

    private final RowsChoice rows;
    private final DatasetLoads loads;
    private final MlflowArtifacts artifacts;
    private final IngestionSettings settings;

    public IngestionActivitiesImpl(
            RowsChoice rows, DatasetLoads loads, MlflowArtifacts artifacts, IngestionSettings settings) {
        this.rows = rows;
        this.loads = loads;
        this.artifacts = artifacts;
        this.settings = settings;
    }

    @Override
    public IngestionResult ingest(IngestionRequest request) {
        return Failures.KNOWN.during(() -> load(request));
    }

    private IngestionResult load(IngestionRequest request) {
        LoadProgress progress = new LoadProgress();
        try (ActivityHeartbeat heartbeat = ActivityHeartbeat.start(progress::rows, progress::cancel)) {
            return load(request, progress, heartbeat);
        }
    }

    private IngestionResult load(IngestionRequest request, LoadProgress progress, ActivityHeartbeat heartbeat) {
        try {
            return result(rows.load(wanted(request), progress));
        } catch (LoadCancelledException e) {
            heartbeat.requireWanted();
            throw e;
        }
    }

    private static RowsWanted wanted(IngestionRequest request) {
        boolean synthetic = Boolean.TRUE.equals(request.synthetic());
        return new RowsWanted(request.dataset(), request.file(), request.load(), synthetic, request.run());
    }

    private IngestionResult result(LoadOutcome outcome) {
        DatasetLoad load = outcome.load();
        LoadFigures figures = load.figures();
        return new IngestionResult(
                load.ref(),
                figures.rowsRead(),
                figures.rowsQuarantined(),
                figures.expectationsEvaluated(),
                figures.expectationsFailed(),
                outcome.alreadyLoaded(),
                address(load) + "/validation",
                outcome.note(),
                figures.seconds());
    }

    private String address(DatasetLoad load) {
        return settings.publicUrl() + "/api/v1/loads/" + load.id();
    }

    @Override
    public void publishValidation(ValidationPublication publication) {
        Failures.KNOWN.during(() -> publish(publication));
    }

    private void publish(ValidationPublication publication) {
        DatasetLoad load = loads.findById(publication.loadId())
                .filter(found -> found.validation() != null)
                .orElseThrow(() -> ApplicationFailure.newNonRetryableFailure(
                        "load " + publication.loadId() + " is unknown or has no validation result",
                        FailureTypes.LOAD_UNAVAILABLE));
        String json = Objects.requireNonNull(load.validation());
        String page =
                ValidationPage.write(ValidationJson.read(json), load.summary().heading(address(load)));
        upload(publication, "validation/validation.json", json);
        upload(publication, "validation/validation.html", page);
    }

    private void upload(ValidationPublication publication, String path, String content) {
        artifacts.upload(publication.mlflowRunId(), path, content.getBytes(StandardCharsets.UTF_8));
    }
}
