package io.loanflow.model.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.PythonTools;
import io.loanflow.model.Model;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.TrackedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The folder, there and back through a real MLflow. */
class ModelFolderIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final ModelFolder FOLDER = LoanModel.folder(1);

    private static MlflowRuns runs;
    private static MlflowArtifacts artifacts;
    private static String experiment;

    @BeforeAll
    static void connect() {
        runs = new MlflowRuns(MLFLOW.trackingUri());
        artifacts = new MlflowArtifacts(MLFLOW.trackingUri());
        experiment = runs.experiment("folders");
    }

    @Test
    void theFolderComesBackToTheLastBit() {
        TrackedRun run = uploaded("round-trip");

        ModelFolder read = download(run);
        assertThat(read.model()).isEqualTo(FOLDER.model());
        assertThat(read.encoder()).isEqualTo(FOLDER.encoder());
        assertThat(read.definition()).isEqualTo(FOLDER.definition());
        assertThat(read.selfTest()).isEqualTo(FOLDER.selfTest());
        assertThat(read.facts()).isEqualTo(FOLDER.facts());
        assertThat(artifacts.list(run.id(), ModelRegistry.MODEL)).hasSize(13);
        assertThat(Model.of(read).facts()).isEqualTo(FOLDER.facts());
    }

    @Test
    void aDamagedFolderIsSaidToBeDamaged() {
        TrackedRun run = uploaded("damaged");
        artifacts.upload(run.id(), ModelRegistry.MODEL + "/" + ModelFolder.FACTS, "{".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> download(run))
                .isInstanceOf(ModelUnusableException.class)
                .hasMessageStartingWith("loanflow.json is damaged")
                .hasCauseInstanceOf(JacksonException.class);
    }

    @Test
    void everyFileThatIsMissingIsNamed() {
        TrackedRun run = uploaded("incomplete");
        for (String file : List.of("forest.pb", ModelFolder.SELF_TEST)) {
            artifacts.delete(run.id(), ModelRegistry.MODEL + "/" + file);
        }

        assertThatThrownBy(() -> download(run))
                .isInstanceOf(ModelUnusableException.class)
                .hasMessage("the model folder lacks forest.pb, self_test.json; train the model again");
    }

    /** The proof that what we write by hand is what MLflow itself would have written. */
    @Test
    void mlflowsPythonReadsSignatureAndInputExample() throws IOException, InterruptedException {
        TrackedRun run = uploaded("python");
        new ModelRegistry(MLFLOW.trackingUri()).register("python", run, "note", Map.of());

        JsonNode info = FolderJson.MAPPER.readTree(python("models:/python/1"));
        assertThat(info.path("run_id").asString()).isEqualTo(run.id());
        assertThat(info.path("flavors").toString()).contains("tribuo-protobuf", "forest.pb");
        assertThat(info.at("/inputs").toString())
                .contains(
                        "{\"name\":\"person_age\",\"type\":\"double\",\"required\":true}",
                        "{\"name\":\"person_home_ownership\",\"type\":\"string\",\"required\":true}")
                .doesNotContain("person_gender");
        assertThat(info.at("/outputs").toString()).contains("decision", "probability");
        assertThat(info.at("/example/0/person_age").asDouble())
                .isEqualTo(FOLDER.selfTest().input().path("person_age").asDouble());
    }

    private static TrackedRun uploaded(String key) {
        TrackedRun run = runs.findOrCreate(experiment, key, "key", key);
        FolderPlace place = new FolderPlace(ModelRegistry.MODEL, run.id(), Instant.ofEpochMilli(run.startMillis()));
        FOLDER.files(place)
                .forEach((name, content) -> artifacts.upload(run.id(), ModelRegistry.MODEL + "/" + name, content));
        return run;
    }

    private static ModelFolder download(TrackedRun run) {
        return ModelFolder.read(
                artifacts.names(run.id(), ModelRegistry.MODEL),
                name -> artifacts.download(run.id(), ModelRegistry.MODEL + "/" + name));
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
}
