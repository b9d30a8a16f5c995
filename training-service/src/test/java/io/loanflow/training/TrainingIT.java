package io.loanflow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.localservers.PythonTools;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.reference.GroupCounts;
import io.loanflow.model.reference.ProbabilityBin;
import io.loanflow.model.reference.ReferenceDistribution;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.card.CardMaker;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.fixture.RunningService;
import io.loanflow.training.run.ModelTraining;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published loan data, real Redis and MLflow. */
class TrainingIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @TempDir
    static Path definitions;

    private static final String NAME = "published";

    private static RunningService service;
    private static TrainingRequest request;
    private static TrainingResult result;
    private static final List<RowProgress> PROGRESS = new ArrayList<>();

    @BeforeAll
    static void train() throws IOException {
        service = RunningService.start(MLFLOW.trackingUri(), REDIS.redisUrl(), definitions);
        LoanTable published =
                new LoanTable(service.definition(NAME), LoanTable.published().rows());
        request =
                service.prepare(published, DataOrigin.FILE, PreprocessingSettings.DEFAULTS, TrainingSettings.DEFAULTS);
        result = service.bean(ModelTraining.class).train(request, PROGRESS::add);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void theModelIsGood() {
        assertThat(result.metrics().accuracy()).isGreaterThanOrEqualTo(0.92);
        assertThat(result.metrics().rocAuc()).isGreaterThanOrEqualTo(0.97);
        assertThat(result.alreadyTrained()).isFalse();
        assertThat(result.madeBy()).isEqualTo(request.run());
        int trees = ModelFamilies.STANDARD.defaults().trees();
        assertThat(PROGRESS).last().isEqualTo(new RowProgress(trees, trees, "trees"));
    }

    @Test
    void theSameAgainFindsWhatWasMade() {
        TrainingResult again = service.train(request);
        assertThat(again)
                .isEqualTo(new TrainingResult(
                        result.model(), result.metrics(), true, request.run(), result.runUrl(), again.seconds()));
    }

    @Test
    void theRunSaysEverything() {
        TrackedRun run = service.bean(MlflowRuns.class).run(result.model().runId());
        assertThat(run.finished()).isTrue();
        assertThat(run.page()).isEqualTo(result.runUrl());
        assertThat(run.metrics())
                .containsEntry("roc_auc", result.metrics().rocAuc())
                .containsKeys(
                        "slice/previous_loan_defaults_on_file.No.f1",
                        "protected/person_gender.female.selection_rate",
                        "protected/person_gender.equal_opportunity_difference",
                        "unseen_log_loss",
                        "unseen_log_loss_uncalibrated",
                        "training_seconds");
        assertThat(run.tags())
                .containsEntry("data_origin", "file")
                .containsEntry("load_id", "7")
                .containsEntry("split", "test share 0.2, seed 42")
                .containsEntry("model_digest", result.model().digest())
                .containsEntry("workflow_id", request.run().workflowId())
                .containsEntry("mlflow.source.name", "training-service");
    }

    @Test
    void mlflowsListOfModelsHasTheFolderAndItsPagesSayWhatItIs() throws Exception {
        String version = mlflow("model-versions/get?name=" + NAME + "&version=1");
        String modelId = version.replaceFirst("(?s).*/models/(m-[0-9a-f]+)/artifacts.*", "$1");
        String run = result.model().runId();

        assertThat(mlflow("logged-models/" + modelId + "/artifacts/directories"))
                .contains("MLmodel", "loanflow.json", "model.onnx", "loanflow_decisions.py");
        assertThat(new String(
                        service.bean(MlflowArtifacts.class).download(run, ModelRegistry.MODEL + "/MLmodel"),
                        StandardCharsets.UTF_8))
                .contains("model_id: " + modelId);
        assertThat(mlflow("experiments/get-by-name?experiment_name=" + NAME))
                .contains("mlflow.note.content", "Decides `loan_status`", "never from `person_gender`");
        assertThat(mlflow("registered-models/get?name=" + NAME)).contains("Decides `loan_status`");
    }

    @Test
    void mlflowsPythonReadsTheTableAndTheSource() throws Exception {
        Process python = new ProcessBuilder(
                        PythonTools.python().toString(),
                        "src/test/resources/python/read_run.py",
                        MLFLOW.trackingUri().toString(),
                        result.model().runId())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor()).isZero();
        JsonNode read = JsonMapper.shared().readTree(output.substring(output.lastIndexOf("{\"source\"")));
        assertThat(read.path("source").asString()).isEqualTo("CodeDatasetSource");
        assertThat(read.at("/tags/load_id").asString()).isEqualTo("7");
        // Pandas reads numbers to fifteen digits.
        assertThat(read.at("/auc_of_all").asDouble()).isCloseTo(result.metrics().rocAuc(), within(1e-12));
        assertThat(read.path("groups").valueStream().map(JsonNode::asString)).containsExactly("female", "male");
    }

    private static String mlflow(String call) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(MLFLOW.trackingUri() + "/api/2.0/mlflow/" + call))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void theFilesAreThere() {
        MlflowArtifacts artifacts = service.bean(MlflowArtifacts.class);
        assertThat(artifacts.list(result.model().runId(), ""))
                .contains("charts", "evaluation.json", "feature_importance.csv", "model_provenance.txt", "model");
        assertThat(artifacts.list(result.model().runId(), "charts"))
                .hasSize(9)
                .allMatch(path -> path.endsWith(".png") || path.endsWith("partial_dependence.svg"));
        ModelFolder folder = ModelFolder.read(
                artifacts.names(result.model().runId(), ModelRegistry.MODEL),
                name -> artifacts.download(result.model().runId(), ModelRegistry.MODEL + "/" + name));
        assertThat(folder.facts().digest()).isEqualTo(result.model().digest());
        assertThat(folder.facts().schemaFingerprint())
                .isEqualTo(request.batches().schemaFingerprint());
        assertThat(folder.facts().threshold()).isBetween(0.2, 0.6);
        assertThat(folder.facts().threshold()).isNotEqualTo(0.5);
        assertThat(folder.selfTest().probability()).isBetween(0.0, 1.0);
    }

    /** New rows score as rows do that the model has not seen, which is what makes a drift of scores one. */
    @Test
    void theDistributionIsOfTrainingColumnsAndHeldOutScores() {
        MlflowArtifacts artifacts = service.bean(MlflowArtifacts.class);
        ModelFolder folder = ModelFolder.read(
                artifacts.names(result.model().runId(), ModelRegistry.MODEL),
                name -> artifacts.download(result.model().runId(), ModelRegistry.MODEL + "/" + name));
        ReferenceDistribution distribution = Objects.requireNonNull(folder.distribution());

        assertThat(distribution.columns())
                .hasSize(12)
                .allMatch(column -> column.rows() == request.batches().trainRows());
        assertThat(distribution.score().rows()).isEqualTo(request.batches().testRows());
        assertThat(distribution.calibration().stream()
                        .mapToLong(ProbabilityBin::rows)
                        .sum())
                .isEqualTo(request.batches().testRows());
        assertThat(distribution.groups()).extracting(GroupCounts::group).containsExactly("female", "male");
        assertThat(distribution.groups().stream().mapToLong(GroupCounts::rows).sum())
                .isEqualTo(request.batches().testRows());
        assertThat(distribution.groups().stream()
                        .mapToLong(GroupCounts::selected)
                        .sum())
                .isEqualTo(distribution.selected());
    }

    @Test
    void theVersionHasItsCard() {
        MlflowArtifacts artifacts = service.bean(MlflowArtifacts.class);
        JsonNode card = JsonMapper.builder()
                .build()
                .readTree(artifacts.download(result.model().runId(), "card/model-card.json"));
        assertThat(card.path("version").asInt()).isEqualTo(result.model().version());
        assertThat(card.path("digest").asString()).isEqualTo(result.model().digest());
        JsonNode auc = card.at("/measured/0/measures/roc_auc");
        assertThat(auc.path("value").asDouble())
                .isEqualTo(result.metrics().rocAuc(), within(1e-12))
                .isBetween(auc.path("lower").asDouble(), auc.path("upper").asDouble());
        assertThat(card.at("/data/rows_by_origin/file").asLong()).isGreaterThan(44_000);
        assertThat(card.at("/data/use/caveats/0").asString()).contains("reads like default");
        assertThat(card.at("/explanation/contributions")).hasSize(12);
        assertThat(card.at("/explanation/dependences"))
                .hasSize(12)
                .noneMatch(column -> column.path("column").asString().equals("person_gender"));
        assertThat(card.at("/explanation/interactions")).hasSize(28);
        // Nobody's gender can be told from what the model sees of them.
        assertThat(card.at("/proxies/0/auc/value").asDouble()).isBetween(0.45, 0.55);
        String page = new String(artifacts.download(result.model().runId(), CardMaker.PAGE), StandardCharsets.UTF_8);
        assertThat(page).contains("reads like default", "Proxies for protected columns", "person_gender &#x3D; female");
        assertThat(service.bean(ModelRegistry.class)
                        .version(NAME, result.model().version())
                        .orElseThrow()
                        .tags())
                .hasEntrySatisfying(
                        "model_card",
                        link -> assertThat(link).contains(result.model().runId() + "/artifacts/card/model-card.html"));
    }

    @Test
    void theVersionBecomesChampion() {
        PromotionResult promotion = service.promote(request, result, "run-1");
        assertThat(promotion.verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(promotion.champion()).isEqualTo(result.model());
        RegisteredModelVersion champion = service.bean(ModelRegistry.class)
                .byAlias(NAME, ModelRegistry.CHAMPION)
                .orElseThrow();
        assertThat(champion.version()).isEqualTo(result.model().version());
        assertThat(champion.tags())
                .containsEntry("gate_verdict", "PROMOTED")
                .containsEntry("gate_reason", promotion.reason())
                .containsEntry("data_origin", "file");
    }
}
