package io.loanflow.model.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.model.fixture.LoanModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PythonFlavorTest {

    private static final FolderPlace PLACE = new FolderPlace("model", "0f", Instant.EPOCH);
    private static final ModelFolder FOLDER = LoanModel.folder(1);

    @Test
    void theFolderIsTheSameBytesEachTime() {
        Map<String, byte[]> again = LoanModel.folder(1).files(PLACE);

        FOLDER.files(PLACE).forEach((name, content) -> {
            if (!name.equals(FOLDER.family().file())) {
                assertThat(again.get(name)).as(name).isEqualTo(content);
            }
        });
    }

    @Test
    void whatIsForPythonIsNotReadToDecide() {
        Map<String, byte[]> files = FOLDER.files(PLACE);

        TreeSet<String> asked = new TreeSet<>();
        ModelFolder.read(files.keySet(), name -> {
            asked.add(name);
            return files.get(name);
        });

        assertThat(asked).allMatch(ModelFolder::reads);
        assertThat(FOLDER.python().files().keySet())
                .containsExactly(
                        "model.onnx", "loanflow_decisions.py", "requirements.txt", "conda.yaml", "python_env.yaml")
                .noneMatch(ModelFolder::reads);
    }

    @Test
    void aFolderThatNoGraphSaysExactlySaysWhyAndIsReadAllTheSame() {
        ModelFolder folder = new ModelFolder(
                "no trees".getBytes(StandardCharsets.UTF_8),
                FOLDER.encoder(),
                FOLDER.definition(),
                FOLDER.selfTest(),
                FOLDER.facts(),
                null);

        Map<String, byte[]> files = folder.files(PLACE);

        assertThat(folder.python().whyNot()).isEqualTo("forest.pb is not a model over these features");
        assertThat(files.keySet()).allMatch(ModelFolder::reads);
        assertThat(new String(files.get(ModelFolder.MLMODEL), StandardCharsets.UTF_8))
                .contains("metadata: {\"no_python_function\":\"forest.pb is not a model over these features\"}")
                .doesNotContain("onnx:", "python_function:");
        assertThat(ModelFolder.read(files.keySet(), files::get).facts()).isEqualTo(FOLDER.facts());
    }

    /** What users install is what the tests install, or newer. */
    @Test
    void theVersionOfTheFormatIsThatOfTheServerWeTestWith() throws Exception {
        List<String> servers = Files.readAllLines(
                Path.of("../local-servers/src/main/resources/io/loanflow/localservers/requirements.txt"));

        assertThat(servers).contains("mlflow==" + MlmodelFile.MLFLOW_VERSION + " \\");
    }
}
