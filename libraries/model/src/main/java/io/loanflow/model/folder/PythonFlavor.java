package io.loanflow.model.folder;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.onnx.DecisionGraph;
import io.loanflow.trees.onnx.GraphImpossibleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a folder lets MLflow's Python decide by the model, with nothing of ours installed: the model as an ONNX graph, the module that
 * MLflow loads to run it, and what it needs installed. Nothing else reads these files.
 *
 * @param files by name; none where there is no graph
 * @param whyNot why no graph says exactly what the model does, as the end of a sentence; null where there is one
 */
public record PythonFlavor(
        Map<String, byte[]> files, @Nullable String whyNot) {

    static final String GRAPH = "model.onnx";
    static final String MODULE = "loanflow_decisions";

    /** That MLflow makes an environment of; any from 3.10 on will do. */
    static final String PYTHON_VERSION = "3.11";

    static final String CONDA = "conda.yaml";
    static final String VIRTUALENV = "python_env.yaml";

    private static final List<String> BESIDE_THE_GRAPH = List.of(MODULE + ".py", "requirements.txt", CONDA, VIRTUALENV);

    public PythonFlavor {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    static PythonFlavor of(ModelFolder folder) {
        ModelTrees trees;
        try {
            trees = trees(folder);
        } catch (IOException | RuntimeException e) {
            // Tribuo throws whatever its parsers throw on bytes that are not a model.
            return new PythonFlavor(Map.of(), folder.family().file() + " is not a model over these features");
        }
        return of(folder, trees);
    }

    /** @param trees of the folder */
    static PythonFlavor of(ModelFolder folder, ModelTrees trees) {
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put(GRAPH, graph(folder, trees).bytes());
            BESIDE_THE_GRAPH.forEach(name -> files.put(name, resource(name)));
            return new PythonFlavor(files, null);
        } catch (GraphImpossibleException e) {
            return new PythonFlavor(Map.of(), e.getMessage());
        }
    }

    static boolean has(String name) {
        return name.equals(GRAPH) || BESIDE_THE_GRAPH.contains(name);
    }

    boolean isWritten() {
        return whyNot == null;
    }

    private static DecisionGraph graph(ModelFolder folder, ModelTrees trees) {
        return new DecisionGraph(
                definition(folder),
                folder.encoder(),
                trees.nodes(),
                folder.facts().calibration(),
                folder.facts().threshold());
    }

    private static ModelTrees trees(ModelFolder folder) throws IOException {
        return folder.family()
                .read(
                        folder.model(),
                        folder.encoder().featureNames(),
                        definition(folder).positiveLabel());
    }

    private static DatasetDefinition definition(ModelFolder folder) {
        return DatasetDefinitionReader.read(folder.definition(), ModelFolder.DEFINITION);
    }

    private static byte[] resource(String name) {
        try (InputStream resource = PythonFlavor.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the jar of model");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " from the jar of model", e);
        }
    }
}
