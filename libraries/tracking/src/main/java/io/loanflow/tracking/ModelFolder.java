package io.loanflow.tracking;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureEncoderJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A model as a run's artifacts hold it: everything that serving needs, and what MLflow shows.
 *
 * @param forest Tribuo model as protobuf, with provenance
 * @param encoder as fitted on the training part
 * @param definition text of the data set's definition, as it was when the model was trained
 */
// The bytes are passed on as they are; folders are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ModelFolder(
        byte[] forest, FeatureEncoder encoder, String definition, SelfTest selfTest, ModelFacts facts) {

    /** The folder, below the run's artifact root. */
    public static final String PATH = "model";

    public static final String MLMODEL = "MLmodel";
    public static final String FOREST = "forest.pb";
    public static final String ENCODER = "encoder.json";
    public static final String DEFINITION = "dataset.yaml";
    public static final String INPUT_EXAMPLE = "input_example.json";
    public static final String SELF_TEST = "self_test.json";
    public static final String FACTS = "loanflow.json";

    /**
     * Reads the folder of a run.
     *
     * @throws DamagedArtifactException if a file is not what it should be
     * @throws NotInTrackingException if a file is missing
     * @throws TrackingException if MLflow does not answer
     */
    public static ModelFolder download(MlflowArtifacts artifacts, String runId) {
        return new ModelFolder(
                artifacts.download(runId, PATH + "/" + FOREST),
                parsed(artifacts, runId, ENCODER, FeatureEncoderJson::read),
                text(artifacts, runId, DEFINITION),
                parsed(artifacts, runId, SELF_TEST, json -> MlflowHttp.JSON.readValue(json, SelfTest.class)),
                parsed(artifacts, runId, FACTS, json -> MlflowHttp.JSON.readValue(json, ModelFacts.class)));
    }

    /** Writes all files; the same content again changes nothing. */
    public void upload(MlflowArtifacts artifacts, TrackedRun run, DatasetDefinition dataset) {
        files(run, dataset).forEach((name, content) -> artifacts.upload(run.id(), PATH + "/" + name, content));
    }

    private Map<String, byte[]> files(TrackedRun run, DatasetDefinition dataset) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(FOREST, forest);
        files.put(ENCODER, utf8(FeatureEncoderJson.write(encoder)));
        files.put(DEFINITION, utf8(definition));
        files.put(INPUT_EXAMPLE, MlflowHttp.JSON.writeValueAsBytes(MlmodelFile.inputExample(selfTest.input())));
        files.put(SELF_TEST, MlflowHttp.JSON.writeValueAsBytes(selfTest));
        files.put(FACTS, MlflowHttp.JSON.writeValueAsBytes(facts));
        files.put(MLMODEL, utf8(MlmodelFile.text(run, dataset, forest.length)));
        return files;
    }

    private static <T> T parsed(
            MlflowArtifacts artifacts, String runId, String name, Function<String, @Nullable T> parser) {
        String where = "artifact " + PATH + "/" + name + " of run " + runId;
        try {
            T content = parser.apply(text(artifacts, runId, name));
            if (content != null) {
                return content;
            }
        } catch (JacksonException e) {
            throw new DamagedArtifactException(where + " is damaged: " + e.getOriginalMessage(), e);
        }
        throw new DamagedArtifactException(where + " is damaged: it says null", null);
    }

    private static String text(MlflowArtifacts artifacts, String runId, String name) {
        return new String(artifacts.download(runId, PATH + "/" + name), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
