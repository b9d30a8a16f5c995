package io.loanflow.contracts.training;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a model is trained. What is left out is as the data set has it: tuned, or in its {@code training.yaml}. Which parameters there
 * are, and what they may be, the family's schema says.
 *
 * @param family of models; null for the data set's own
 * @param parameters by name
 */
public record TrainingSettings(@Nullable String family, Map<String, ParameterValue> parameters) {

    /** Everything as the data set has it. */
    public static final TrainingSettings DEFAULTS = new TrainingSettings(null, Map.of());

    /** Every family's number of trees, which tunings raise. */
    public static final String TREES = "trees";

    /** Every family's seed of its random choices. */
    public static final String SEED = "seed";

    /** In the settings of older runs these stand beside each other, without {@code parameters}. */
    private static final Set<String> WITHOUT_PARAMETERS =
            Set.of(TREES, SEED, "criterion", "maxDepth", "minSamplesLeaf", "maxFeatures", "maxSamples");

    public TrainingSettings {
        Map<String, ParameterValue> given = new LinkedHashMap<>(parameters);
        given.values().removeIf(Objects::isNull);
        parameters = Collections.unmodifiableMap(given);
    }

    @JsonCreator
    static TrainingSettings read(
            @JsonProperty("family") @Nullable String family,
            @JsonProperty("parameters") @Nullable Map<String, ParameterValue> parameters,
            @JsonAnySetter @Nullable Map<String, ParameterValue> others) {
        Map<String, ParameterValue> all = new LinkedHashMap<>();
        if (others != null) {
            others.forEach((name, value) -> all.put(known(name), value));
        }
        if (parameters != null) {
            all.putAll(parameters);
        }
        return new TrainingSettings(family, all);
    }

    private static String known(String name) {
        if (!WITHOUT_PARAMETERS.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no property " + name
                            + "; name the parameters of the model in \"parameters\", such as {\"parameters\": {\"trees\": 50}}");
        }
        return name;
    }

    /** A model of this size and seed, the rest as the data set has it. */
    public static TrainingSettings of(int trees, long seed) {
        return DEFAULTS.with(TREES, Integer.toString(trees)).with(SEED, Long.toString(seed));
    }

    /** The same with another value of a parameter. */
    public TrainingSettings with(String name, String value) {
        Map<String, ParameterValue> others = new LinkedHashMap<>(parameters);
        others.put(name, new ParameterValue(value));
        return new TrainingSettings(family, others);
    }

    public TrainingSettings withTrees(int trees) {
        return with(TREES, Integer.toString(trees));
    }

    /** These settings, and the others' where these say nothing; of another family's parameters nothing. */
    public TrainingSettings orElse(TrainingSettings others) {
        if (family != null && others.family != null && !family.equals(others.family)) {
            return this;
        }
        Map<String, ParameterValue> all = new LinkedHashMap<>(others.parameters);
        all.putAll(parameters);
        return new TrainingSettings(family == null ? others.family : family, all);
    }

    /** The text of a parameter; null where it is as the data set has it. */
    @JsonIgnore
    public @Nullable String value(String name) {
        ParameterValue value = parameters.get(name);
        return value == null ? null : value.text();
    }
}
