package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.model.family.ModelFamilies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands at a key of a {@code training.yaml}, it is taken, or refused with its place and what is allowed. */
class AbsurdSettingsTest {

    private static final List<String> VALUES = List.of(
            "-1",
            "0",
            "1e308",
            "-1e308",
            ".nan",
            ".inf",
            "''",
            "abc",
            "[]",
            "{}",
            "null",
            "",
            "true",
            "99999999999999999999",
            "0x10",
            "[1, 1, 1]",
            "[null]",
            "[[1]]",
            "{a: {b: 1}}",
            "{from: .nan, to: 1}",
            "{from: 0, to: 1e308}",
            "1e-320",
            "&x [*x]");

    @TempDir
    Path directory;

    static Stream<String> places() {
        return Stream.of(
                        keys("%s: VALUE", List.of("family", "families", "parameters", "tuning", "leakage", "gate")),
                        keys("%s: VALUE", List.of("release", "training-window")),
                        keys(
                                "tuning: {%s: VALUE}",
                                List.of("seed", "candidates", "folds", "earlyStoppingRound", "factor", "rungs", "space")),
                        keys("leakage: {%s: VALUE}", List.of("warn", "refuse")),
                        keys("gate: {%s: VALUE}", List.of("floor", "leak-ceiling", "tolerance", "margin")),
                        keys("gate: {%s: VALUE}", List.of("log-loss-tolerance", "log-loss-margin", "confidence")),
                        keys("gate: {%s: VALUE}", List.of("least-of-each-label", "sure-gain", "group-margin")),
                        keys("gate: {%s: VALUE}", List.of("calibration-margin", "selection-rate-ratio")),
                        keys("gate: {%s: VALUE}", List.of("equal-opportunity-difference", "most-megabytes")),
                        keys("gate: {%s: VALUE}", List.of("most-milliseconds")),
                        keys("release: {%s: VALUE}", List.of("policy", "four-eyes", "deadline-hours")),
                        keys("{family: best, families: {boosting: {%s: VALUE}}}", List.of("parameters", "rungs", "space")),
                        ofFamily("forest"),
                        ofFamily("boosting"))
                .flatMap(places -> places);
    }

    private static Stream<String> ofFamily(String family) {
        List<String> names =
                List.copyOf(ModelFamilies.named(family).schema().names());
        return Stream.concat(
                keys("{family: " + family + ", parameters: {%s: VALUE}}", names),
                keys("{family: " + family + ", tuning: {space: {%s: [VALUE]}}}", names));
    }

    private static Stream<String> keys(String place, List<String> keys) {
        return keys.stream().map(place::formatted);
    }

    @ParameterizedTest
    @MethodSource("places")
    void whateverStandsThereIsTakenOrRefusedWithItsPlace(String place) throws IOException {
        Path file = directory.resolve(TrainingDefinitionReader.FILE);
        for (String value : VALUES) {
            Files.writeString(file, place.replace("VALUE", value));
            try {
                assertThat(TrainingDefinitionReader.read(file).candidates()).as(place + value).isNotEmpty();
            } catch (DatasetDefinitionException e) {
                assertThat(e).hasMessageContaining(file + ":1: ").message().hasSizeLessThan(1000);
            }
        }
    }
}
