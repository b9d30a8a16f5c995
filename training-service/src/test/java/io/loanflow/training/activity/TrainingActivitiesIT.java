package io.loanflow.training.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingActivities;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.fixture.RunningService;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TrainingActivitiesIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @TempDir
    static Path definitions;

    private static final PreprocessingSettings SPLIT = PreprocessingSettings.DEFAULTS;
    private static final TrainingSettings SETTINGS = TrainingSettings.of(10, 1);

    private static RunningService service;

    private TestActivityEnvironment temporal;
    private TrainingActivities activities;

    @BeforeAll
    static void start() {
        service = RunningService.start(MLFLOW.trackingUri(), REDIS.redisUrl(), definitions);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void open() {
        temporal = TestActivityEnvironment.newInstance();
        temporal.registerActivitiesImplementations(service.bean(TrainingActivitiesImpl.class));
        activities = temporal.newActivityStub(
                TrainingActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(10))
                        .setHeartbeatTimeout(Duration.ofSeconds(30))
                        .build());
    }

    @AfterEach
    void close() {
        temporal.close();
    }

    @Test
    void trainsWithHeartbeats() throws IOException {
        List<RowProgress> heartbeats = new CopyOnWriteArrayList<>();
        temporal.setActivityHeartbeatListener(RowProgress.class, heartbeats::add);
        TrainingRequest request = service.prepare("activity", SPLIT, SETTINGS);
        TrainingResult result = activities.train(request);
        assertThat(result.model().name()).isEqualTo("activity");
        assertThat(heartbeats).isNotEmpty();
    }

    @Test
    void lostBatchesAreAFact() throws IOException {
        TrainingRequest request = service.prepare("activity_lost", SPLIT, SETTINGS);
        FeatureBatches gone = new FeatureBatches("loanflow:{gone}", 1, 1, 2, 2, "ab", "cd");
        TrainingRequest lost = new TrainingRequest(request.load(), gone, SPLIT, SETTINGS, request.run(), null);
        assertFails(() -> activities.train(lost), FailureTypes.FEATURE_BATCHES_LOST, "Run preprocessing again");
    }

    @Test
    void oneDecisionOnlyIsAFact() throws IOException {
        LoanTable table = LoanTable.generated(service.definition("activity_one_class"), 300, 5);
        table.rows().forEach(row -> row[row.length - 1] = "0");
        TrainingRequest request = service.prepare(table, SPLIT, SETTINGS);
        assertFails(() -> activities.train(request), FailureTypes.TRAINING_IMPOSSIBLE, "of which 0 are positive");
    }

    @Test
    void settingsOutOfRangeAreAFact() throws IOException {
        TrainingRequest request = service.prepare("activity_settings", SPLIT, TrainingSettings.of(0, 1));
        assertFails(
                () -> activities.train(request),
                FailureTypes.SETTINGS_INVALID,
                "training.parameters.trees is \"0\"; must be a whole number from 1");
    }

    @Test
    void theDefinitionOfTheBatchesCountsAndNotTheOneOnDisk() throws IOException {
        TrainingRequest request = service.prepare("activity_definition", SPLIT, SETTINGS);
        Path file = definitions.resolve("activity_definition/dataset.yaml");
        Files.writeString(file, Files.readString(file).replace("person_gender", "person_sex"));

        TrainingResult result = activities.train(request);

        assertThat(new String(
                        service.bean(MlflowArtifacts.class)
                                .download(result.model().runId(), "model/" + ModelFolder.DEFINITION),
                        StandardCharsets.UTF_8))
                .contains("person_gender")
                .doesNotContain("person_sex");
    }

    @Test
    void aFinishedMlflowRunThatLostAMetricIsAFact() throws Exception {
        TrainingRequest request = service.prepare("activity_metric", SPLIT, SETTINGS);
        TrainingResult result = activities.train(request);
        MLFLOW.loseMetric(result.model().runId(), "roc_auc");

        assertFails(
                () -> activities.train(request),
                FailureTypes.TRACKING_REFUSED,
                "MLflow run " + result.model().runId()
                        + " is finished but has no metric roc_auc; delete the run, and the model is trained again");
    }

    @Test
    void anUnknownDataSetIsAFact() throws IOException {
        TrainingRequest request = service.prepare("activity_unknown", SPLIT, SETTINGS);
        DatasetRef load = request.load();
        DatasetRef unknown = new DatasetRef("nowhere", 1, null, 1, load.rows(), load.sha256(), load.origin());
        assertFails(
                () -> activities.train(
                        new TrainingRequest(unknown, request.batches(), SPLIT, SETTINGS, request.run(), null)),
                FailureTypes.DATASET_INVALID,
                "\"nowhere\" is unknown");
    }

    private static void assertFails(ThrowingCallable call, String type, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(ActivityFailure.class)
                .cause()
                .asInstanceOf(throwable(ApplicationFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.getType()).isEqualTo(type);
                    assertThat(failure.isNonRetryable()).isTrue();
                    assertThat(failure.getOriginalMessage()).contains(message);
                });
    }
}
