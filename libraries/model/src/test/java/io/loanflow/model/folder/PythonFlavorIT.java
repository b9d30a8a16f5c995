package io.loanflow.model.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.localservers.PythonTools;
import io.loanflow.model.Model;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.row.Row;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.tracking.LoggedModel;
import io.loanflow.tracking.LoggedModels;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A champion, decided by with MLflow's Python and onnxruntime alone. */
class PythonFlavorIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final ModelFolder FOLDER = LoanModel.folder(1);
    private static final List<Row> ROWS = LoanModel.rows(6000, 5);
    private static final Pattern EXAMPLE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

    private static LoggedModel listed;

    @TempDir
    private Path directory;

    @BeforeAll
    static void makeAChampion() throws IOException, InterruptedException {
        install();
        MlflowRuns runs = new MlflowRuns(MLFLOW.trackingUri());
        TrackedRun run = runs.findOrCreate(runs.experiment("loan"), "champion", "key", "champion");
        LoggedModels models = new LoggedModels(MLFLOW.trackingUri());
        listed = models.open(run, "loan", Map.of());
        FOLDER.files(new FolderPlace(
                        ModelRegistry.MODEL, run.id(), Instant.ofEpochMilli(run.startMillis()), listed.id()))
                .forEach((name, content) -> models.upload(listed, name, content));
        ModelRegistry registry = new ModelRegistry(MLFLOW.trackingUri());
        RegisteredModelVersion version = registry.register("loan", run, listed, "note", Map.of());
        models.list(run, listed, version, new RunContent(Map.of(), Map.of(), Map.of()));
        registry.setAlias("loan", "champion", 1);
    }

    @Test
    void mlflowsPythonDecidesEveryRowAsTheModelDoes() throws IOException, InterruptedException {
        Path rows = Files.writeString(directory.resolve("rows.json"), FolderJson.MAPPER.writeValueAsString(split()));

        String output = python(
                Path.of("src/test/resources/python/decide_rows.py").toString(),
                MLFLOW.trackingUri().toString(),
                "models:/loan@champion",
                rows.toString());

        JsonNode answers = FolderJson.MAPPER.readTree(output.substring(output.lastIndexOf("{\"decisions\"")));
        Model model = Model.of(FOLDER);
        double[] expected = model.probabilities(ROWS);
        assertThat(numbers(answers.path("probabilities"))).isEqualTo(expected);
        assertThat(texts(answers.path("decisions")))
                .isEqualTo(IntStream.range(0, expected.length)
                        .mapToObj(row -> model.isPositive(expected[row]) ? "approved" : "rejected")
                        .toList());
        assertThat(answers.path("none").asInt()).isZero();
        assertThat(answers.at("/served/0/probability").asDouble())
                .isEqualTo(FOLDER.selfTest().probability());
    }

    @Test
    void mlflowServesItFromItsListOfModels() throws IOException, InterruptedException {
        String output = python(
                Path.of("src/test/resources/python/serve_rows.py").toString(),
                MLFLOW.trackingUri().toString(),
                "models:/" + listed.id());

        JsonNode answers = FolderJson.MAPPER.readTree(output.substring(output.lastIndexOf("[{")));
        assertThat(answers.at("/0/probability").asDouble())
                .isEqualTo(FOLDER.selfTest().probability());
    }

    @Test
    void theDocumentedExampleRuns() throws IOException, InterruptedException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../../docs/api.md")));
        assertThat(example.find()).as("docs/api.md has an example in Python").isTrue();
        Path script = Files.writeString(
                directory.resolve("example.py"),
                example.group(1)
                        .replace("http://127.0.0.1:5000", MLFLOW.trackingUri().toString()));

        assertThat(python(script.toString())).contains("decision", "probability");
    }

    private static Map<String, Object> split() {
        List<Column> features = LoanModel.DEFINITION.features();
        List<List<Object>> data = new ArrayList<>();
        for (Row row : ROWS) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < features.size(); i++) {
                String category = row.categories()[i];
                if (category != null) {
                    values.add(category);
                } else if (features.get(i).type() == ColumnType.INTEGER) {
                    values.add((long) row.numbers()[i]);
                } else {
                    values.add(row.numbers()[i]);
                }
            }
            data.add(values);
        }
        return Map.of("columns", features.stream().map(Column::name).toList(), "data", data);
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** Once, into the directory that the build deletes: MLflow's environment is shared, and nothing of ours needs this. */
    private static void install() throws IOException, InterruptedException {
        if (!Files.exists(packages().resolve("onnxruntime"))) {
            python(
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--no-input",
                    "--no-deps",
                    "--disable-pip-version-check",
                    "--require-hashes",
                    "--only-binary=:all:",
                    "--target",
                    packages().toString(),
                    "-r",
                    "src/test/resources/python/requirements.txt");
        }
    }

    private static Path packages() {
        return Path.of("target/python").toAbsolutePath();
    }

    private static String python(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PythonTools.python().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONPATH", packages().toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
