package io.loanflow.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.calibration.Uncalibrated;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.reason.ReferenceMaker;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.evaluation.PermutationImportance;
import io.loanflow.training.explanation.ModelExplainer;
import io.loanflow.training.explanation.ModelExplanation;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFilesTest {

    private static Report report;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void report() {
        EncodedTable table = EncodedTable.of(LoanTable.generated(3000, 1), PreprocessingSettings.DEFAULTS);
        TargetLabels labels = TargetLabels.of(table.definition());
        Parameters parameters = DatasetParameters.complete(TrainingSettings.of(5, 1));
        LabelledRows train = table.part(Part.TRAIN).labelled(labels, Map.of());
        FittedModel forest =
                parameters.family().fit(train, parameters, new Growth(2, "a test", trees -> {}, bytes -> {}));
        PartRows test = table.part(Part.TEST);
        double[] scores = forest.scorer().scoreColumns(test.columns(), test.size());
        report = new Report(
                EvaluationReport.of(table.definition(), test, scores, 0.5),
                PermutationImportance.of(forest.scorer(), table.encoder(), test),
                labels,
                "loan, load 1: generated rows",
                explanation(table, forest, train));
        files = ReportFiles.of(report);
    }

    private static ModelExplanation explanation(EncodedTable table, FittedModel forest, LabelledRows train) {
        Reasons reasons = Reasons.of(table.definition(), table.encoder(), forest.trees(), ReferenceMaker.of(train));
        return new ModelExplainer(table.data(), forest.trees(), 2).explain(reasons, new Uncalibrated());
    }

    @Test
    void picturesAreDrawnAndHaveTheirSize() throws IOException {
        assertThat(files)
                .containsOnlyKeys(
                        "evaluation.json",
                        "evaluation_by_slice.json",
                        "feature_importance.csv",
                        "charts/roc_curve.png",
                        "charts/precision_recall_curve.png",
                        "charts/calibration.png",
                        "charts/confusion_matrix.png",
                        "charts/feature_importance.png",
                        "charts/contributions.png",
                        "charts/interactions.png",
                        "charts/partial_dependence.svg",
                        "charts/groups_of_person_gender.png");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".png")) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.getValue()));
                assertThat(image.getWidth()).as(file.getKey()).isEqualTo(1000);
                assertThat(image.getHeight()).as(file.getKey()).isEqualTo(800);
                assertThat(colours(image))
                        .as(file.getKey())
                        .hasSizeGreaterThan(50)
                        .contains(ink(image, file.getKey()));
            }
        }
    }

    @Test
    void jsonHoldsWhatWasMeasured() {
        JsonNode json = JsonMapper.shared().readTree(files.get("evaluation.json"));
        assertThat(json.at("/all/roc_auc").asDouble())
                .isEqualTo(report.evaluation().all().ranking().rocAuc());
        assertThat(json.at("/all/confusion_matrix/true_positives").asLong())
                .isEqualTo(report.evaluation().all().decisions().truePositives());
        assertThat(json.at("/all/calibration").size()).isEqualTo(10);
        assertThat(json.at("/slices/0/column").asString()).isEqualTo("previous_loan_defaults_on_file");
        assertThat(json.at("/protected_columns/0/groups/1/value").asString()).isEqualTo("male");
        assertThat(new String(files.get("evaluation.json"), StandardCharsets.UTF_8))
                .doesNotContain("NaN");
    }

    @Test
    void theExplanationTellsColumnsAndCategoriesByNameAndNoRow() throws Exception {
        JsonNode json =
                JsonMapper.shared().readTree(files.get("evaluation.json")).path("explanation");
        assertThat(json.at("/contributions/0/column").asString()).isEqualTo("previous_loan_defaults_on_file");
        assertThat(json.at("/dependences/0/points/1/value").asString()).isEqualTo("Yes");
        assertThat(json.at("/dependences/0/curves").isMissingNode()).isTrue();
        assertThat(json.at("/interactions/0/share").asDouble()).isBetween(0.0, 1.0);
        byte[] svg = files.get("charts/partial_dependence.svg");
        assertThat(new String(svg, StandardCharsets.UTF_8))
                .contains(">Yes</text>")
                .doesNotContain("gender", "NaN");
        var unused = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    @Test
    void theColumnThatDecidesComesFirst() {
        assertThat(new String(files.get("feature_importance.csv"), StandardCharsets.UTF_8))
                .startsWith("column,mean_auc_drop,deviation\nprevious_loan_defaults_on_file,0.")
                .hasLineCount(1 + 12)
                .doesNotContain("gender");
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    /** Some of the first series' colour must be there; the shades of the matrix are mixed from it. */
    private static int ink(BufferedImage image, String name) {
        return name.contains("confusion")
                ? ChartStyle.INK.getRGB()
                : ChartStyle.series(0).getRGB();
    }
}
