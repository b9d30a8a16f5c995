package io.loanflow.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.testsupport.MlflowExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Files of a run, and the way of its model into the registry. */
class RegistryIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static MlflowRuns runs;
    private static MlflowArtifacts artifacts;
    private static ModelRegistry registry;
    private static String experiment;

    @BeforeAll
    static void connect() {
        runs = new MlflowRuns(MLFLOW.trackingUri());
        artifacts = new MlflowArtifacts(MLFLOW.trackingUri());
        registry = new ModelRegistry(MLFLOW.trackingUri());
        experiment = runs.experiment("registry");
    }

    @Test
    void filesComeBackAndAreListed() {
        String run = run("files").id();
        artifacts.upload(run, "charts/with space & ä.txt", utf8("one"));
        artifacts.upload(run, "charts/with space & ä.txt", utf8("two"));
        artifacts.upload(run, "empty.bin", new byte[0]);
        assertThat(artifacts.download(run, "charts/with space & ä.txt")).isEqualTo(utf8("two"));
        assertThat(artifacts.download(run, "empty.bin")).isEmpty();
        assertThat(artifacts.list(run, "")).containsExactlyInAnyOrder("charts", "empty.bin");
        assertThat(artifacts.list(run, "charts")).containsExactly("charts/with space & ä.txt");
        assertThat(artifacts.list(run, "nothing")).isEmpty();
    }

    @Test
    void aFileIsDeletedAndOneThatIsNotThereIsNoMistake() {
        String run = run("deleted").id();
        artifacts.upload(run, "parts/some.pb", utf8("one"));
        artifacts.delete(run, "parts/some.pb");
        artifacts.delete(run, "parts/some.pb");
        assertThat(artifacts.list(run, "parts")).isEmpty();
    }

    @Test
    void whatIsNotThereIsToldFromAServerThatIsNotThere() {
        assertThatThrownBy(() -> artifacts.download(run("absent").id(), "nothing.txt"))
                .isInstanceOf(NotInTrackingException.class)
                .hasMessageContaining("nothing.txt");
        assertThatThrownBy(() -> artifacts.download("0".repeat(32), "nothing.txt"))
                .isInstanceOf(NotInTrackingException.class);
    }

    @Test
    void oneFolderIsOneVersionAndAliasesMove() {
        assertThat(registry.byAlias("versions", ModelRegistry.CHAMPION)).isEmpty();
        TrackedRun first = run("version-1");
        assertThat(registry.byRun("versions", first.id())).isEmpty();
        RegisteredModelVersion version = registry.register("versions", first, "note", Map.of("origin", "file"));
        assertThat(registry.register("versions", first, "note", Map.of())).isEqualTo(version);
        assertThat(version).isEqualTo(new RegisteredModelVersion("versions", 1, first.id(), Map.of("origin", "file")));
        assertThat(registry.register("versions", run("version-2"), "note", Map.of())
                        .version())
                .isEqualTo(2);

        assertThat(registry.byAlias("versions", ModelRegistry.CHAMPION)).isEmpty();
        registry.setAlias("versions", ModelRegistry.CHAMPION, 1);
        registry.setAlias("versions", ModelRegistry.CHAMPION, 2);
        registry.setTag("versions", 2, "verdict", "PROMOTED");
        RegisteredModelVersion champion =
                registry.byAlias("versions", ModelRegistry.CHAMPION).orElseThrow();
        assertThat(champion.version()).isEqualTo(2);
        assertThat(champion.tags()).containsEntry("verdict", "PROMOTED");
    }

    @Test
    void allModelsAreListedWithTheirAliasesAndNewestVersions() {
        registry.register("listed-1", run("listed-1-1"), "note", Map.of());
        TrackedRun newest = run("listed-1-2");
        registry.register("listed-1", newest, "note", Map.of("origin", "file"));
        registry.register("listed-2", run("listed-2-1"), "note", Map.of());
        registry.setAlias("listed-1", ModelRegistry.CHAMPION, 1);
        registry.setModelTag("listed-1", "head", "7");
        assertThatThrownBy(() -> registry.setModelTag("listed-3", "head", "7"))
                .isInstanceOf(NotInTrackingException.class);

        assertThat(registry.models())
                .filteredOn(model -> model.name().startsWith("listed-"))
                .satisfiesExactlyInAnyOrder(
                        model -> {
                            assertThat(model.version(ModelRegistry.CHAMPION)).hasValue(1);
                            assertThat(model.tags()).isEqualTo(Map.of("head", "7"));
                            assertThat(model.latest(1)).isEmpty();
                            assertThat(model.latest(2))
                                    .contains(new RegisteredModelVersion(
                                            "listed-1", 2, newest.id(), Map.of("origin", "file")));
                        },
                        model -> assertThat(model.version(ModelRegistry.CHAMPION))
                                .isEmpty());
    }

    @Test
    void aFolderHasFilesOfKnownSizes() {
        String run = run("sizes").id();
        artifacts.upload(run, "model/one.bin", new byte[1234]);
        artifacts.upload(run, "model/empty.bin", new byte[0]);
        artifacts.upload(run, "model/deeper/two.bin", new byte[7]);

        assertThat(artifacts.sizes(run, "model")).isEqualTo(Map.of("one.bin", 1234L, "empty.bin", 0L));
        assertThat(artifacts.sizes(run, "nothing")).isEmpty();
    }

    @Test
    void aModelIsDescribedWhereNobodyHasDoneSo() {
        registry.register("described", run("described"), "note", Map.of());
        registry.describe("described", "What it is");
        registry.describe("described", "Something else");

        assertThat(new MlflowHttp(MLFLOW.trackingUri())
                        .get("registered-models/get", Map.of("name", "described"))
                        .at("/registered_model/description")
                        .asString())
                .isEqualTo("What it is");
    }

    @Test
    void mlflowListsTheModelOnce() {
        LoggedModels models = new LoggedModels(MLFLOW.trackingUri());
        TrackedRun run = run("listed");
        LoggedModel model = models.open(run, "listed", Map.of("trees", "20"));
        assertThat(models.open(run, "listed", Map.of("trees", "20"))).isEqualTo(model);
        models.upload(model, "MLmodel", utf8("flavors: {}"));
        RegisteredModelVersion version = registry.register("listed", run, model, "note", Map.of());
        RunContent content = new RunContent(Map.of("trees", "20"), Map.of("accuracy", 0.9), Map.of("origin", "file"));
        runs.log(run, content);
        models.list(run, model, version, content);
        models.list(run, model, version, content);

        MlflowHttp http = new MlflowHttp(MLFLOW.trackingUri());
        JsonNode found = http.post(
                        "logged-models/search",
                        Map.of("experiment_ids", List.of(experiment), "filter", "source_run_id = '" + run.id() + "'"))
                .path("models");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/info/status").asString()).isEqualTo("LOGGED_MODEL_READY");
        assertThat(found.at("/0/info/name").asString()).isEqualTo("listed");
        assertThat(found.at("/0/info/tags").toString()).contains("mlflow.modelVersions", "origin");
        assertThat(http.get("logged-models/" + model.id() + "/artifacts/directories", Map.of())
                        .at("/files/0/path")
                        .asString())
                .isEqualTo("MLmodel");
        assertThat(http.get("model-versions/get", Map.of("name", "listed", "version", "1"))
                        .at("/model_version/source")
                        .asString())
                .isEqualTo(model.artifactUri())
                .contains(model.id());
        assertThat(found.at("/0/data/metrics")).hasSize(1);
        assertThat(found.at("/0/data/params/0/value").asString()).isEqualTo("20");
    }

    private static TrackedRun run(String key) {
        return runs.findOrCreate(experiment, key, "key", key);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
