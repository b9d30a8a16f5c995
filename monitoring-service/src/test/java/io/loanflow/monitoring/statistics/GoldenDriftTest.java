package io.loanflow.monitoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loanflow.localservers.PythonTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same counts, measured here and by SciPy. */
class GoldenDriftTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final Map<String, ToDoubleFunction<Counts>> MEASURES = Map.of(
            "populationStability", DriftMeasures::populationStability,
            "jensenShannon", DriftMeasures::jensenShannon,
            "kolmogorovSmirnov", DriftMeasures::kolmogorovSmirnov,
            "kolmogorovSmirnovChance", DriftMeasures::kolmogorovSmirnovChance,
            "chiSquared", DriftMeasures::chiSquared,
            "chiSquaredChance", DriftMeasures::chiSquaredChance,
            "andersonDarling", DriftMeasures::andersonDarling,
            "largestCell", DriftMeasures::largestCell);

    @Test
    void measuresAreSciPys() throws IOException {
        check(Files.readString(FOLDER.resolve("drift.json")));
    }

    /** By MLflow's own SciPy, so that the stored figures are still what SciPy says. */
    @Test
    void measuresAreStillSciPys() throws Exception {
        assumeTrue(PythonTools.isInstalled(), "MLflow's Python environment, which has SciPy, is not installed");
        Process python = new ProcessBuilder(
                        PythonTools.python().toString(),
                        FOLDER.resolve("make_drift.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String golden = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor()).isZero();
        check(golden);
    }

    private static void check(String golden) {
        JsonNode cases = JsonMapper.shared().readTree(golden);
        assertThat(cases.size()).isGreaterThan(10);
        for (JsonNode one : cases) {
            Counts counts = new Counts(longs(one.get("reference")), longs(one.get("current")));
            double[] positions = one.get("positions")
                    .valueStream()
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
            MEASURES.forEach((name, measure) -> check(one, name, measure.applyAsDouble(counts)));
            check(one, "wasserstein", DriftMeasures.wasserstein(counts, positions));
        }
    }

    private static void check(JsonNode one, String name, double value) {
        double expected = one.get(name).asDouble();
        assertThat(value)
                .as(name + " of " + one.get("reference") + " and " + one.get("current"))
                .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    private static long[] longs(JsonNode numbers) {
        return numbers.valueStream()
                .flatMapToLong(number -> LongStream.of(number.asLong()))
                .toArray();
    }

    @Test
    void equalSharesAreNoDrift() {
        Counts equal = new Counts(new long[] {100, 0, 300}, new long[] {1, 0, 3});

        MEASURES.forEach((name, measure) -> {
            if (!name.endsWith("Chance") && !name.equals("populationStability")) {
                assertThat(measure.applyAsDouble(equal)).as(name).isCloseTo(0, within(1e-12));
            }
        });
    }
}
