package io.loanflow.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.PythonTools;
import io.loanflow.testsupport.MlflowExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Files of a run, the model folder among them, and its way into the registry. */
class ModelFolderIT {

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
        experiment = runs.experiment("folders");
    }

    @AfterAll
    static void close() {
        runs.close();
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
    void theFolderComesBackToTheLastBit() {
        ModelFolder folder = TestDataset.folder();
        TrackedRun run = run("round-trip");
        folder.upload(artifacts, run, TestDataset.DEFINITION);
        folder.upload(artifacts, run, TestDataset.DEFINITION);

        ModelFolder read = ModelFolder.download(artifacts, run.id());
        assertThat(read.forest()).isEqualTo(folder.forest());
        assertThat(read.encoder()).isEqualTo(folder.encoder());
        assertThat(read.definition()).isEqualTo(folder.definition());
        assertThat(read.selfTest()).isEqualTo(folder.selfTest());
        assertThat(read.facts()).isEqualTo(folder.facts());
        assertThat(artifacts.list(run.id(), ModelFolder.PATH)).hasSize(7);
    }

    @Test
    void aDamagedFolderIsSaidToBeDamaged() {
        TrackedRun run = run("damaged");
        TestDataset.folder().upload(artifacts, run, TestDataset.DEFINITION);
        artifacts.upload(run.id(), ModelFolder.PATH + "/" + ModelFolder.FACTS, utf8("{"));
        assertThatThrownBy(() -> ModelFolder.download(artifacts, run.id()))
                .isInstanceOf(TrackingException.class)
                .hasMessageContaining("model/loanflow.json of run " + run.id() + " is damaged")
                .hasCauseInstanceOf(JacksonException.class);
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
    void mlflowListsTheModelOnce() {
        LoggedModels models = new LoggedModels(MLFLOW.trackingUri());
        TrackedRun run = run("listed");
        RegisteredModelVersion version = registry.register("listed", run, "note", Map.of());
        RunContent content = new RunContent(Map.of("trees", "20"), Map.of("accuracy", 0.9), Map.of("origin", "file"));
        runs.log(run, content);
        models.list(run, version, content);
        models.list(run, version, content);

        JsonNode found = new MlflowHttp(MLFLOW.trackingUri())
                .post(
                        "logged-models/search",
                        Map.of("experiment_ids", List.of(experiment), "filter", "source_run_id = '" + run.id() + "'"))
                .path("models");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/info/status").asString()).isEqualTo("LOGGED_MODEL_READY");
        assertThat(found.at("/0/info/name").asString()).isEqualTo("listed-1");
        assertThat(found.at("/0/data/metrics")).hasSize(1);
        assertThat(found.at("/0/data/params/0/value").asString()).isEqualTo("20");
    }

    /** The proof that what we write by hand is what MLflow itself would have written. */
    @Test
    void mlflowsPythonReadsSignatureAndInputExample() throws IOException, InterruptedException {
        TrackedRun run = run("python");
        TestDataset.folder().upload(artifacts, run, TestDataset.DEFINITION);
        registry.register("python", run, "note", Map.of());

        JsonNode info = MlflowHttp.JSON.readTree(python("models:/python/1"));
        assertThat(info.path("run_id").asString()).isEqualTo(run.id());
        assertThat(info.path("flavors").toString()).contains("tribuo-protobuf", "forest.pb");
        assertThat(info.at("/inputs").toString())
                .isEqualTo("[{\"name\":\"age\",\"type\":\"double\",\"required\":false},"
                        + "{\"name\":\"home\",\"type\":\"string\",\"required\":true}]");
        assertThat(info.at("/outputs").toString()).contains("decision", "probability");
        assertThat(info.at("/example").toString()).isEqualTo("[{\"age\":44.0,\"home\":\"OWN\"}]");
    }

    private static String python(String model) throws IOException, InterruptedException {
        Path script = Path.of("src/test/resources/read_model.py");
        Process process = new ProcessBuilder(
                        PythonTools.install().resolve("bin/python").toString(),
                        script.toString(),
                        MLFLOW.trackingUri().toString(),
                        model)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.substring(output.indexOf('{'));
    }

    private static TrackedRun run(String key) {
        return runs.findOrCreate(experiment, key, "key", key);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
