package io.loanflow.contracts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** With the JSON libraries of Temporal and of the services. */
class TrainingSettingsTest {

    private static final String NOW =
            "{\"family\":\"forest\",\"parameters\":{\"trees\":50,\"criterion\":\"entropy\",\"maxFeatures\":0.5}}";

    private final ObjectMapper temporal = new ObjectMapper();

    @Test
    void familyAndNamedValuesComeBackAsTheyWere() throws JsonProcessingException {
        TrainingSettings settings = temporal.readValue(NOW, TrainingSettings.class);

        assertThat(settings.family()).isEqualTo("forest");
        assertThat(settings.parameters())
                .containsExactly(
                        Map.entry("trees", new ParameterValue("50")),
                        Map.entry("criterion", new ParameterValue("entropy")),
                        Map.entry("maxFeatures", new ParameterValue("0.5")));
        assertThat(temporal.writeValueAsString(settings)).isEqualTo(NOW);
        assertThat(JsonMapper.shared().readValue(NOW, TrainingSettings.class)).isEqualTo(settings);
        assertThat(JsonMapper.shared().writeValueAsString(settings)).isEqualTo(NOW);
    }

    @Test
    void settingsOfOlderRunsAreRead() throws JsonProcessingException {
        String old = "{\"trees\":10,\"seed\":42,\"criterion\":null,\"maxDepth\":null,\"minSamplesLeaf\":null,"
                + "\"maxFeatures\":\"0.5\",\"maxSamples\":null}";

        TrainingSettings expected = TrainingSettings.of(10, 42).with("maxFeatures", "0.5");
        assertThat(temporal.readValue(old, TrainingSettings.class)).isEqualTo(expected);
        assertThat(JsonMapper.shared().readValue(old, TrainingSettings.class)).isEqualTo(expected);
    }

    @Test
    void nothingIsTheDataSetsOwn() throws JsonProcessingException {
        assertThat(temporal.readValue("{}", TrainingSettings.class)).isEqualTo(TrainingSettings.DEFAULTS);
        assertThat(temporal.readValue("{\"family\":null,\"parameters\":null}", TrainingSettings.class))
                .isEqualTo(TrainingSettings.DEFAULTS);
    }

    @Test
    void aPropertyThatDoesNotExistIsRefusedWithTheWayToNameParameters() {
        assertThatThrownBy(() -> temporal.readValue("{\"tree\":50}", TrainingSettings.class))
                .hasMessageContaining("there is no property tree; name the parameters of the model in \"parameters\"");
        assertThatThrownBy(() -> temporal.readValue("{\"parameters\":{\"trees\":[1]}}", TrainingSettings.class))
                .hasMessageContaining("must be a number or a text");
    }

    @Test
    void whatIsLeftOutIsTheOthers() {
        TrainingSettings tuned = new TrainingSettings(
                "forest", Map.of("trees", new ParameterValue("40"), "maxDepth", new ParameterValue("9")));

        assertThat(TrainingSettings.of(300, 7).orElse(tuned))
                .isEqualTo(new TrainingSettings(
                        "forest",
                        Map.of(
                                "trees",
                                new ParameterValue("300"),
                                "seed",
                                new ParameterValue("7"),
                                "maxDepth",
                                new ParameterValue("9"))));
        TrainingSettings another = new TrainingSettings("another", Map.of());
        assertThat(another.orElse(tuned)).isEqualTo(another);
    }
}
