package io.loanflow.ingestion.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.IngestionActivities;
import io.loanflow.contracts.ingestion.IngestionRequest;
import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.ingestion.ValidationPublication;
import io.loanflow.datasettables.TableLock;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.InnoDb;
import io.loanflow.ingestion.LoanFiles;
import io.loanflow.ingestion.WholeServiceTest;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.context.ContextConfiguration;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class IngestionActivitiesIT {

    private static final Path FILES = Path.of("target/files");
    private static final PipelineRun RUN = new PipelineRun("workflow", "run");

    @Autowired
    IngestionActivitiesImpl implementation;

    @Autowired
    IngestionSettings settings;

    @Autowired
    MlflowArtifacts artifacts;

    @Autowired
    JdbcConnectionDetails database;

    private TestActivityEnvironment environment;
    private IngestionActivities activities;

    @BeforeEach
    void register() throws IOException {
        Files.createDirectories(FILES);
        environment = TestActivityEnvironment.newInstance();
        environment.registerActivitiesImplementations(implementation);
        activities = environment.newActivityStub(IngestionActivities.class);
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void aFileIsLoadedOnceForARun() throws IOException {
        Path file = LoanFiles.writeWithWrongRows(FILES, 1000, 4, 201);

        IngestionResult first = activities.ingest(request(file));
        IngestionResult second = activities.ingest(request(file));

        assertThat(first.alreadyLoaded()).isFalse();
        assertThat(first.load().dataset()).isEqualTo("loan");
        assertThat(first.load().rows()).isEqualTo(1000);
        assertThat(first.load().origin()).isEqualTo(DataOrigin.FILE);
        assertThat(first.rowsRead()).isEqualTo(1004);
        assertThat(first.rowsQuarantined()).isEqualTo(4);
        assertThat(first.expectationsEvaluated()).isPositive();
        assertThat(first.validationUrl())
                .isEqualTo(
                        settings.publicUrl() + "/api/v1/loads/" + first.load().loadId() + "/validation");
        assertThat(second.alreadyLoaded()).isTrue();
        assertThat(second.load()).isEqualTo(first.load());
        assertThat(second.seconds()).isEqualTo(first.seconds());
    }

    @Test
    void factsAboutTheDataAreNotTriedAgain() throws IOException {
        Path wrong = Files.writeString(FILES.resolve("cats.csv"), "name,lives\nTom,9\n");

        assertFails(() -> activities.ingest(IngestionRequest.of("cats", null, RUN)), FailureTypes.DATASET_INVALID);
        assertFails(
                () -> activities.ingest(IngestionRequest.of("loan", "../pom.xml", RUN)), FailureTypes.FILE_UNAVAILABLE);
        assertFails(() -> activities.ingest(request(wrong)), FailureTypes.DATA_REJECTED);
        assertFails(
                () -> activities.publishValidation(new ValidationPublication(999_999, "none")),
                FailureTypes.LOAD_UNAVAILABLE);
    }

    /** Another load holds the table, so that this one is under way however fast the machine is. */
    @Test
    void progressIsToldAndACancelledLoadEnds() throws SQLException {
        Path file = LoanFiles.write(FILES, 2000, 202);
        List<RowProgress> beats = Collections.synchronizedList(new ArrayList<>());
        environment.setActivityHeartbeatListener(RowProgress.class, beat -> {
            beats.add(beat);
            if (beat.total() > 0) {
                environment.requestCancelActivity();
            }
        });

        try (Connection other =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
            assertThat(TableLock.tryAcquire(other, BigTable.nameFor(LoanFiles.definition())))
                    .isTrue();
            assertThatThrownBy(() -> activities.ingest(request(file))).isInstanceOf(CanceledFailure.class);
        }

        assertThat(beats.get(beats.size() - 1).unit()).isEqualTo("rows");
        assertThat(beats).anyMatch(beat -> beat.total() == 2000);
    }

    @Test
    void theValidationIsShownInMlflow() {
        IngestionResult result = activities.ingest(request(LoanFiles.write(FILES, 100, 203)));
        MlflowRuns runs = new MlflowRuns(settings.trackingUri());
        String runId = runs.findOrCreate(runs.experiment("ingestion-it"), "load", "test", "validation")
                .id();
        ValidationPublication publication =
                new ValidationPublication(result.load().loadId(), runId);

        activities.publishValidation(publication);
        activities.publishValidation(publication);

        assertThat(artifacts.list(runId, "validation"))
                .containsExactlyInAnyOrder("validation/validation.html", "validation/validation.json");
        assertThat(text(runId, "validation/validation.json")).contains("\"evaluated_expectations\"");
        assertThat(text(runId, "validation/validation.html")).contains("<html");
    }

    private String text(String runId, String path) {
        return new String(artifacts.download(runId, path), StandardCharsets.UTF_8);
    }

    private static IngestionRequest request(Path file) {
        return IngestionRequest.of("loan", file.getFileName().toString(), RUN);
    }

    private static void assertFails(ThrowingCallable call, String type) {
        assertThatThrownBy(call)
                .isInstanceOf(ActivityFailure.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo(type);
                    assertThat(failure.isNonRetryable()).isTrue();
                    assertThat(failure.getOriginalMessage()).isNotBlank();
                });
    }
}
