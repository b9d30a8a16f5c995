package io.loanflow.ingestion.activity;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.IngestionActivities;
import io.loanflow.contracts.ingestion.IngestionRequest;
import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.ingestion.OutcomesRequest;
import io.loanflow.contracts.ingestion.OutcomesResult;
import io.loanflow.contracts.ingestion.ValidationPublication;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.DatasetLoads;
import io.loanflow.ingestion.ledger.LoadFigures;
import io.loanflow.ingestion.load.LoadCancelledException;
import io.loanflow.ingestion.load.LoadOutcome;
import io.loanflow.ingestion.load.LoadProgress;
import io.loanflow.ingestion.load.LoadSelection;
import io.loanflow.ingestion.load.RowsChoice;
import io.loanflow.ingestion.load.RowsWanted;
import io.loanflow.ingestion.outcome.OutcomeLoading;
import io.loanflow.ingestion.validation.ValidationJson;
import io.loanflow.ingestion.validation.ValidationPage;
import io.loanflow.tracking.MlflowArtifacts;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads a pipeline's file, and shows its validation in MLflow. */
@Component
@ActivityImpl(taskQueues = TaskQueues.INGESTION)
public class IngestionActivitiesImpl implements IngestionActivities {

    private final RowsChoice rows;
    private final LoadSelection selection;
    private final OutcomeLoading outcomes;
    private final DatasetLoads loads;
    private final MlflowArtifacts artifacts;
    private final IngestionSettings settings;

    public IngestionActivitiesImpl(
            RowsChoice rows,
            LoadSelection selection,
            OutcomeLoading outcomes,
            DatasetLoads loads,
            MlflowArtifacts artifacts,
            IngestionSettings settings) {
        this.rows = rows;
        this.selection = selection;
        this.outcomes = outcomes;
        this.loads = loads;
        this.artifacts = artifacts;
        this.settings = settings;
    }

    @Override
    public IngestionResult ingest(IngestionRequest request) {
        return Failures.KNOWN.during(() -> beating(progress -> load(request, progress)));
    }

    @Override
    public OutcomesResult ingestOutcomes(OutcomesRequest request) {
        return Failures.KNOWN.during(() -> beating(progress -> {
            OutcomeLoading.LoadedOutcomes loaded = outcomes.load(request.dataset(), request.run(), progress);
            return new OutcomesResult(
                    loaded.decisions(),
                    loaded.load().map(load -> result(load, load.load().ref())).orElse(null));
        }));
    }

    private IngestionResult load(IngestionRequest request, LoadProgress progress) {
        RowsWanted wanted = wanted(request);
        LoadOutcome outcome = rows.load(wanted, progress);
        return wanted.namesNothing()
                ? result(outcome, selection.around(outcome.load()))
                : result(outcome, outcome.load().ref());
    }

    private static <R> R beating(Function<LoadProgress, R> work) {
        LoadProgress progress = new LoadProgress();
        try (ActivityHeartbeat heartbeat = ActivityHeartbeat.start(progress::rows, progress::cancel)) {
            return beating(work, progress, heartbeat);
        }
    }

    private static <R> R beating(Function<LoadProgress, R> work, LoadProgress progress, ActivityHeartbeat heartbeat) {
        try {
            return work.apply(progress);
        } catch (LoadCancelledException e) {
            heartbeat.requireWanted();
            throw e;
        }
    }

    private static RowsWanted wanted(IngestionRequest request) {
        boolean synthetic = Boolean.TRUE.equals(request.synthetic());
        return new RowsWanted(request.dataset(), request.file(), request.load(), synthetic, request.run());
    }

    /** @param rows to learn from: the load found, and perhaps others with it */
    private IngestionResult result(LoadOutcome outcome, DatasetRef rows) {
        DatasetLoad load = outcome.load();
        LoadFigures figures = load.figures();
        return new IngestionResult(
                rows,
                figures.rowsRead(),
                figures.rowsLeftOut(),
                figures.rowsQuarantined(),
                figures.expectationsEvaluated(),
                figures.expectationsFailed(),
                outcome.alreadyLoaded(),
                address(load) + "/validation",
                note(outcome, rows),
                figures.seconds());
    }

    private static @Nullable String note(LoadOutcome outcome, DatasetRef rows) {
        if (rows.selection() == null) {
            return outcome.note();
        }
        String mix = rows.rowsByOrigin().entrySet().stream()
                .map(part -> String.format(
                        Locale.ROOT,
                        "%,d of origin %s",
                        part.getValue(),
                        part.getKey().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        String selected = "learns from " + rows.selection().size() + " loads: " + mix
                + "; rows that are equal in several loads count once";
        return outcome.note() == null ? selected : outcome.note() + "; " + selected;
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
