package io.loanflow.model.folder;

import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureEncoderJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A model as files: everything that serving needs, and what MLflow shows. Knows the files' names and content, not how they travel.
 *
 * @param forest Tribuo model as protobuf, with provenance
 * @param encoder as fitted on the training part
 * @param definition text of the data set's definition, as it was when the model was trained
 */
// The bytes are passed on as they are; folders are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ModelFolder(
        byte[] forest, FeatureEncoder encoder, String definition, SelfTest selfTest, ModelFacts facts) {

    public static final String MLMODEL = "MLmodel";
    public static final String FOREST = "forest.pb";
    public static final String ENCODER = "encoder.json";
    public static final String DEFINITION = "dataset.yaml";
    public static final String INPUT_EXAMPLE = "input_example.json";
    public static final String SELF_TEST = "self_test.json";
    public static final String FACTS = "loanflow.json";

    private static final List<String> NEEDED = List.of(FOREST, ENCODER, DEFINITION, SELF_TEST, FACTS);

    /**
     * Reads a folder.
     *
     * @param present names of the files that are there
     * @param content a file's content by its name; what it throws passes
     * @throws ModelUnusableException naming every file that is missing, or the one that is not what it should be
     */
    public static ModelFolder read(Collection<String> present, Function<String, byte[]> content) {
        List<String> absent =
                NEEDED.stream().filter(name -> !present.contains(name)).toList();
        if (!absent.isEmpty()) {
            throw new ModelUnusableException(
                    "the model folder lacks " + String.join(", ", absent) + "; train the model again");
        }
        Function<String, String> text = name -> new String(content.apply(name), StandardCharsets.UTF_8);
        return new ModelFolder(
                content.apply(FOREST),
                parsed(ENCODER, text, FeatureEncoderJson::read),
                text.apply(DEFINITION),
                parsed(SELF_TEST, text, json -> FolderJson.MAPPER.readValue(json, SelfTest.class)),
                parsed(FACTS, text, json -> FolderJson.MAPPER.readValue(json, ModelFacts.class)));
    }

    /** All files by their names; the same of the same, but for the place. */
    public Map<String, byte[]> files(FolderPlace place) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(FOREST, forest);
        files.put(ENCODER, utf8(FeatureEncoderJson.write(encoder)));
        files.put(DEFINITION, utf8(definition));
        files.put(INPUT_EXAMPLE, FolderJson.MAPPER.writeValueAsBytes(MlmodelFile.inputExample(selfTest.input())));
        files.put(SELF_TEST, FolderJson.MAPPER.writeValueAsBytes(selfTest));
        files.put(FACTS, FolderJson.MAPPER.writeValueAsBytes(facts));
        files.put(
                MLMODEL,
                utf8(MlmodelFile.text(place, DatasetDefinitionReader.read(definition, DEFINITION), forest.length)));
        return files;
    }

    private static <T> T parsed(String name, Function<String, String> text, Function<String, @Nullable T> parser) {
        try {
            T content = parser.apply(text.apply(name));
            if (content != null) {
                return content;
            }
        } catch (JacksonException e) {
            throw new ModelUnusableException(name + " is damaged: " + e.getOriginalMessage(), e);
        }
        throw new ModelUnusableException(name + " is damaged: it says null");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
