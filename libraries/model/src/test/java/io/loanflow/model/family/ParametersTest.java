package io.loanflow.model.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.training.ParameterValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    private static final Parameters GENERAL = ModelFamilies.STANDARD.defaults();

    @ParameterizedTest
    @CsvSource({
        "trees, 50, 50",
        "trees, 50.0, 50",
        "trees, 1e2, 100",
        "maxFeatures, 0.50, 0.5",
        "maxFeatures, SQRT, sqrt",
        "maxSamples, 1000, 1000"
    })
    void aValueIsWrittenInOneWay(String name, String given, String written) {
        assertThat(GENERAL.with(name, given).text(name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "learningRate, 0.080, 0.08",
        "learningRate, 1E-4, 0.0001",
        "lambdaL2, 10.0, 10",
        "lambdaL2, -0.0, 0",
        "lambdaL2, 1e6, 1000000"
    })
    void aNumberIsWrittenInOneWay(String name, String given, String written) {
        assertThat(new BoostingFamily().defaults().with(name, given).text(name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"learningRate, 0", "learningRate, NaN", "learningRate, 1e400", "lambdaL2, -1e-9", "maxBin, 1.5"})
    void noOtherNumberIsTaken(String name, String given) {
        assertThatThrownBy(() -> new BoostingFamily().defaults().with(name, given))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("training.parameters." + name + " is \"" + given + "\"; must be a");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Map<String, ParameterValue> given = new LinkedHashMap<>();
        given.put("tree", new ParameterValue("50"));
        given.put("maxDepth", new ParameterValue("0"));
        given.put("max_features", new ParameterValue("0.5"));
        given.put("maxSamples", new ParameterValue("sqrt"));
        given.put("criterion", new ParameterValue("logloss"));

        assertThatThrownBy(() -> GENERAL.with(given))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContainingAll(
                        "training.parameters.tree is no parameter of the family forest; did you mean trees?",
                        "training.parameters.maxDepth is \"0\"; must be a whole number from 1 to 1000.",
                        "training.parameters.max_features is no parameter of the family forest; did you mean maxFeatures?",
                        "training.parameters.maxSamples is \"sqrt\"; must be all, a share",
                        "training.parameters.criterion is \"logloss\"; must be one of gini, entropy.",
                        "Leave out what shall be as the data set has it.");
    }

    @Test
    void completeSettingsMakeTheSameParametersOfAnyOthers() {
        Parameters parameters = GENERAL.with("trees", "7").with("maxFeatures", "0.25");

        assertThat(GENERAL.with("seed", "3").with(parameters.settings().parameters()))
                .isEqualTo(parameters);
    }

    @Test
    void aFamilyThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> ModelFamilies.named("tree"))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("training.family is \"tree\"; must be one of forest, boosting");
    }

    /** The page's tables say what the schema says. */
    @Test
    void everyParameterIsDocumentedAsItIs() throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "..", "docs", "training.md"));

        for (ModelFamily family : ModelFamilies.ALL) {
            for (Parameter parameter : family.schema().parameters()) {
                assertThat(page)
                        .contains("| `" + parameter.name() + "` | "
                                + parameter.kind().allowed() + " | `" + parameter.fallback() + "` | "
                                + parameter.meaning() + " |");
            }
        }
    }
}
