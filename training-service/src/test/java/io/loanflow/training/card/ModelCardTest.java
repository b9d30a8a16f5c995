package io.loanflow.training.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetUse;
import io.loanflow.model.family.ScoreUnit;
import io.loanflow.training.evaluation.CalibrationBin;
import io.loanflow.training.evaluation.ColumnImportance;
import io.loanflow.training.explanation.ColumnContribution;
import io.loanflow.training.explanation.Dependence;
import io.loanflow.training.explanation.Interaction;
import io.loanflow.training.explanation.ModelExplanation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelCardTest {

    @Test
    void thePageShowsWhatMustBeKnownFirst() {
        String page = page(card(new DatasetUse("To <test>.", List.of("Labels & doubts.", "Made up.")), "CC0-1.0"));

        assertThat(page)
                .contains("Model card: songs, version 3", "To &lt;test&gt;.", "licence: CC0-1.0", "1,200 rows (file)")
                .contains(
                        "0.9000 (0.8000–0.9500)",
                        "too few rows",
                        "mode &#x3D; minor",
                        "href=\"http://mlflow/#/models/songs/versions/3\"")
                .doesNotContain("<test>", "NaN", "null");
        assertThat(page)
                .contains("Mean size in log-odds", "2,000 training rows", "key × tempo", "<td>0.1250</td>")
                .contains(
                        "Probability by column", "<svg class=\"dependence\"", ">&lt;C&gt;</text>", ">A &amp; B</text>")
                .doesNotContain("<C>");
        assertThat(page.indexOf("Labels &amp; doubts."))
                .isLessThan(page.indexOf("Intended use"))
                .isPositive();
    }

    @Test
    void aDefinitionThatSaysNothingLeavesNoEmptyBox() {
        assertThat(page(card(DatasetUse.UNSAID, null)))
                .contains("not named in the definition", "does not say")
                .doesNotContain("class=\"caveats\"");
    }

    @Test
    void theJsonHasEverythingUnderTheNamesOfTheOtherReports() {
        JsonNode json = JsonMapper.builder().build().readTree(CardJson.write(card(DatasetUse.UNSAID, null)));

        assertThat(json.at("/data/batches_sha256").asString()).isEqualTo("ba");
        assertThat(json.at("/data/license").isNull()).isTrue();
        assertThat(json.at("/measured/0/measures/roc_auc/lower").asDouble()).isEqualTo(0.8);
        assertThat(json.at("/measured/1/kind").asString()).isEqualTo("SLICE");
        assertThat(json.at("/proxies/0/auc").isNull()).isTrue();
        assertThat(json.at("/explanation/dependences/0/points/1/mean").asDouble())
                .isEqualTo(0.75);
        assertThat(json.at("/explanation/dependences/0/curves").isMissingNode()).isTrue();
        assertThat(json.at("/calibration/0/mean_score").asDouble()).isEqualTo(0.15);
    }

    private static String page(ModelCard card) {
        return new String(CardPage.write(card), StandardCharsets.UTF_8);
    }

    private static ModelCard card(DatasetUse use, String license) {
        Interval auc = new Interval(0.9, 0.8, 0.95);
        return new ModelCard(
                "songs",
                3,
                "forest",
                "d1",
                "2026-01-01T00:00:00Z",
                "http://mlflow/#/experiments/1/runs/7?workflowType=machine_learning",
                "http://mlflow/#/models/songs/versions/3",
                data(use, license),
                Map.of("trees", "50"),
                "platt",
                0.4,
                List.of(
                        new MeasuredRows(MeasuredRows.Kind.ALL, null, null, 240, 60, Map.of("roc_auc", auc)),
                        new MeasuredRows(MeasuredRows.Kind.SLICE, "mode", "minor", 20, 20, Map.of())),
                List.of(new GroupDifferences("size", 0.1, null)),
                List.of(new CalibrationBin(0.1, 0.2, 9, 0.15, 0.2)),
                List.of(new ColumnImportance("tempo", 0.2, 0.01)),
                explanation(),
                List.of(new ProxyTest("size", "small", 4, null)),
                List.of("Few rows."),
                Map.of("java", "17"));
    }

    private static ModelExplanation explanation() {
        Dependence keys = new Dependence(
                "key",
                null,
                List.of(
                        new Dependence.Point("A & B", null, 0.25, 0.1, 0.5),
                        new Dependence.Point("<C>", null, 0.75, 0.5, 0.9)),
                new double[][] {{0.2, 0.7}});
        return new ModelExplanation(
                ScoreUnit.LOG_ODDS,
                new ModelExplanation.DrawnRows(2000, 500, 150),
                List.of(new ColumnContribution("key", 1.5), new ColumnContribution("tempo", 0.5)),
                List.of(keys),
                List.of(new Interaction("key", "tempo", 0.25, 0.125)));
    }

    private static CardData data(DatasetUse use, String license) {
        return new CardData(
                "songs",
                "Songs",
                "Liked or not.",
                license,
                use,
                Map.of("file", 1200L),
                7,
                "ab",
                null,
                "ba",
                960,
                240,
                0.2,
                42,
                null,
                "liked",
                new CardData.Label("yes", "liked"),
                new CardData.Label("no", "not liked"),
                0.25);
    }
}
