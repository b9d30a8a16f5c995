package io.loanflow.model.folder;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureEncoderJson;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.reason.Reference;
import io.loanflow.model.reference.ReferenceDistribution;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A model as files: everything that serving needs, and what MLflow shows. Knows the files' names and content, not how they travel.
 *
 * @param model as its family writes it
 * @param encoder as fitted on the training part
 * @param definition text of the data set's definition, as it was when the model was trained
 * @param reference rows that a decision is explained by; null in a folder of an older version, which has no reasons
 * @param distribution of the rows it learned from, which decisions are watched against; null in a folder of an older version
 */
// The bytes are passed on as they are; folders are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ModelFolder(
        byte[] model,
        FeatureEncoder encoder,
        String definition,
        SelfTest selfTest,
        ModelFacts facts,
        @Nullable Reference reference,
        @Nullable ReferenceDistribution distribution) {

    public static final String MLMODEL = "MLmodel";
    public static final String ENCODER = "encoder.json";
    public static final String DEFINITION = "dataset.yaml";
    public static final String INPUT_EXAMPLE = "input_example.json";
    public static final String SERVING_INPUT_EXAMPLE = "serving_input_example.json";
    public static final String SELF_TEST = "self_test.json";
    public static final String FACTS = "loanflow.json";
    public static final String REFERENCE = "reference.json";
    public static final String DISTRIBUTION = "distribution.json";

    private static final List<String> NEEDED = List.of(ENCODER, DEFINITION, SELF_TEST, FACTS);

    /** Of a model that is not watched. */
    public ModelFolder(
            byte[] model,
            FeatureEncoder encoder,
            String definition,
            SelfTest selfTest,
            ModelFacts facts,
            @Nullable Reference reference) {
        this(model, encoder, definition, selfTest, facts, reference, null);
    }

    /**
     * Reads a folder.
     *
     * @param present names of the files that are there
     * @param content a file's content by its name; what it throws passes
     * @throws ModelUnusableException naming every file that is missing, or the one that is not what it should be
     */
    public static ModelFolder read(Collection<String> present, Function<String, byte[]> content) {
        Function<String, String> text = name -> new String(content.apply(name), StandardCharsets.UTF_8);
        if (!present.contains(FACTS)) {
            throw lacks(present, ModelFamilies.STANDARD.file());
        }
        ModelFacts facts = parsed(FACTS, text, ModelFacts::read);
        String model = family(facts).file();
        if (!present.contains(model) || !present.containsAll(NEEDED)) {
            throw lacks(present, model);
        }
        return new ModelFolder(
                content.apply(model),
                parsed(ENCODER, text, FeatureEncoderJson::read),
                text.apply(DEFINITION),
                parsed(SELF_TEST, text, SelfTest::read),
                facts,
                optional(REFERENCE, present, text, Reference.class),
                optional(DISTRIBUTION, present, text, ReferenceDistribution.class));
    }

    private static <T> @Nullable T optional(
            String name, Collection<String> present, Function<String, String> text, Class<T> type) {
        return present.contains(name) ? parsed(name, text, json -> FolderJson.MAPPER.readValue(json, type)) : null;
    }

    /** The same with what its decisions are watched against; null for nothing. */
    public ModelFolder watchedBy(@Nullable ReferenceDistribution rows) {
        return new ModelFolder(model, encoder, definition, selfTest, facts, reference, rows);
    }

    public ModelFamily family() {
        return family(facts);
    }

    /** All files by their names; the same of the same, but for the place. */
    public Map<String, byte[]> files(FolderPlace place) {
        return files(place, python());
    }

    /** The same, where what {@link #python} gives is at hand. */
    public Map<String, byte[]> files(FolderPlace place, PythonFlavor python) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(family().file(), model);
        files.put(ENCODER, utf8(FeatureEncoderJson.write(encoder)));
        files.put(DEFINITION, utf8(definition));
        Map<String, Object> example = MlmodelFile.inputExample(selfTest.input());
        files.put(INPUT_EXAMPLE, FolderJson.MAPPER.writeValueAsBytes(example));
        files.put(SERVING_INPUT_EXAMPLE, FolderJson.MAPPER.writeValueAsBytes(Map.of("dataframe_split", example)));
        files.put(SELF_TEST, FolderJson.MAPPER.writeValueAsBytes(selfTest));
        files.put(FACTS, FolderJson.MAPPER.writeValueAsBytes(facts));
        if (reference != null) {
            files.put(REFERENCE, FolderJson.MAPPER.writeValueAsBytes(reference));
        }
        if (distribution != null) {
            files.put(DISTRIBUTION, FolderJson.MAPPER.writeValueAsBytes(distribution));
        }
        files.putAll(python.files());
        long bytes =
                files.values().stream().mapToLong(content -> content.length).sum();
        files.put(MLMODEL, utf8(new MlmodelFile(this, python, bytes).text(place)));
        return files;
    }

    /** What lets MLflow's Python decide by this model; made anew at each call, which takes a moment. */
    public PythonFlavor python() {
        return PythonFlavor.of(this);
    }

    /** The same, where the trees of {@link #model} are at hand. */
    public PythonFlavor python(ModelTrees trees) {
        return PythonFlavor.of(this, trees);
    }

    /** Whether {@link #read} may ask for a file of this name; others are for Python. */
    public static boolean reads(String name) {
        return !PythonFlavor.has(name);
    }

    private static ModelFamily family(ModelFacts facts) {
        return ModelFamilies.find(facts.family())
                .orElseThrow(() -> new ModelUnusableException(FACTS + " names the family of models " + facts.family()
                        + ", which this version does not know"));
    }

    private static ModelUnusableException lacks(Collection<String> present, String model) {
        String absent = Stream.concat(Stream.of(model), NEEDED.stream())
                .filter(name -> !present.contains(name))
                .collect(Collectors.joining(", "));
        return new ModelUnusableException("the model folder lacks " + absent + "; train the model again");
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
