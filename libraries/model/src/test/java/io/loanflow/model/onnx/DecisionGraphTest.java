package io.loanflow.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnEncodingRule;
import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetSource;
import io.loanflow.contracts.dataset.DatasetUse;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.calibration.IsotonicCalibration;
import io.loanflow.model.calibration.PlattScaling;
import io.loanflow.model.calibration.Uncalibrated;
import io.loanflow.model.family.FamilyRows;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.Row;
import io.loanflow.trees.onnx.GraphImpossibleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, missing values with and without a feature that says so, orders, rare, unmet and missing categories. */
class DecisionGraphTest {

    private static final List<String> HOMES = List.of("RENT", "OWN", "Haus für zwei");
    private static final List<String> SCHOOLS = List.of("low", "mid", "high");
    private static final List<String> JOBS = List.of("clerk", "baker", "smith", "nurse");
    private static final List<String> PETS = List.of("cat", "dog");

    private static final DatasetDefinition DEFINITION = definition("age");

    private static final FeatureEncoder ENCODER = new FeatureEncoder(List.of(
            new NumericEncoding("age", 30, 0, 1),
            new NumericEncoding("income", 50_000.5, 48_123.25, 21_000.75, true),
            new NumericEncoding("debt", 1.5, 0, 1),
            new OneHotEncoding("home", HOMES, true, List.of("BOAT")),
            new OneHotEncoding("pet", PETS),
            new OrdinalEncoding("school", SCHOOLS, 0.5, true),
            new OrdinalEncoding("member", List.of("no", "yes"), 1),
            new FrequencyEncoding("job", JOBS, List.of("rare"))));

    private static final List<Row> ROWS = rows(3000, 2);

    static Stream<ModelFamily> families() {
        return ModelFamilies.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyRowHasTheModelsProbabilityToTheBitAndItsDecision(ModelFamily family) throws OrtException {
        ModelTrees trees = trained(family);
        double[] scores = trees.scorer().scoreColumns(EncodedRows.columns(ENCODER, ROWS), ROWS.size());
        IsotonicCalibration isotonic =
                new IsotonicCalibration(List.of(0.05, 0.2, scores[0] + 0.2, 1.5), List.of(0.01, 0.01, 0.7, 0.9));
        for (Calibration calibration :
                List.of(new Uncalibrated(), isotonic, new IsotonicCalibration(List.of(0.5), List.of(0.4)))) {
            double[] expected = calibration.probabilities(scores);
            for (double threshold : new double[] {expected[7], Math.nextUp(expected[7])}) {
                assertDecided(answers(trees, calibration, threshold), expected, threshold, 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void noDecisionHangsOnTheLastBitsOfPlattsCurve(ModelFamily family) throws OrtException {
        ModelTrees trees = trained(family);
        PlattScaling platt = new PlattScaling(1.3, -0.21);
        double[] expected =
                platt.probabilities(trees.scorer().scoreColumns(EncodedRows.columns(ENCODER, ROWS), ROWS.size()));
        for (int row = 0; row < 6; row++) {
            double threshold = row % 2 == 0 ? expected[row] : Math.nextUp(expected[row]);
            assertDecided(answers(trees, platt, threshold), expected, threshold, 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "probability"})
    void aColumnOfAnOutputsNameIsRefused(String name) {
        ModelTrees trees = trained(ModelFamilies.STANDARD);
        List<ColumnEncoding> encodings = new ArrayList<>(ENCODER.encodings());
        encodings.set(0, new NumericEncoding(name, 30, 0, 1));
        DecisionGraph graph = new DecisionGraph(
                definition(name), new FeatureEncoder(encodings), trees.nodes(), new Uncalibrated(), 0.5);

        assertThatThrownBy(graph::bytes)
                .isInstanceOf(GraphImpossibleException.class)
                .hasMessage("the column " + name
                        + " has the name of what a graph gives out; give it another one in the definition");
    }

    private static GraphAnswers answers(ModelTrees trees, Calibration calibration, double threshold)
            throws OrtException {
        byte[] graph = new DecisionGraph(DEFINITION, ENCODER, trees.nodes(), calibration, threshold).bytes();
        return GraphAnswers.of(graph, DEFINITION, ROWS);
    }

    private static void assertDecided(GraphAnswers answers, double[] expected, double threshold, double within) {
        assertThat(answers.probabilities()).containsExactly(expected, within(within));
        assertThat(answers.decisions())
                .isEqualTo(IntStream.range(0, expected.length)
                        .mapToObj(row -> expected[row] >= threshold ? "granted" : "refused")
                        .toArray());
    }

    private static ModelTrees trained(ModelFamily family) {
        List<Row> rows = rows(3000, 1);
        int[] labels = rows.stream().mapToInt(DecisionGraphTest::label).toArray();
        LabelledRows labelled = new LabelledRows(
                ENCODER.featureNames(),
                EncodedRows.columns(ENCODER, rows),
                labels,
                new TargetLabels("0", "1"),
                Map.of());
        return family.fit(labelled, family.defaults(), FamilyRows.growth(1)).trees();
    }

    private static int label(Row row) {
        double age = row.numbers()[0];
        double income = Double.isNaN(row.numbers()[1]) ? 90_000 : row.numbers()[1];
        int job = JOBS.indexOf(String.valueOf(row.categories()[7]));
        int school = SCHOOLS.indexOf(String.valueOf(row.categories()[5]));
        return age * 1000 + income + 20_000 * (job + school) > 130_000 ? 1 : 0;
    }

    private static List<Row> rows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToObj(i -> row(random)).toList();
    }

    private static Row row(SplittableRandom random) {
        double income = random.nextInt(6) == 0 ? Double.NaN : random.nextDouble(100_000);
        double debt = random.nextInt(6) == 0 ? Double.NaN : random.nextInt(10) / 4.0;
        return new Row(
                new double[] {
                    random.nextInt(18, 100), income, debt, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN
                },
                new @Nullable String[] {
                    null,
                    null,
                    null,
                    category(HOMES, random),
                    category(PETS, random),
                    category(SCHOOLS, random),
                    category(List.of("no", "yes"), random),
                    category(JOBS, random)
                });
    }

    /** Sometimes missing, rare or never met. */
    private static @Nullable String category(List<String> usual, SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> "rare";
            case 2 -> "never met 🐟";
            default -> usual.get(random.nextInt(usual.size()));
        };
    }

    private static DatasetDefinition definition(String firstColumn) {
        return new DatasetDefinition(
                "tiny",
                1,
                "Tiny",
                "For a test.",
                new DatasetSource("tiny.csv", null, null, null),
                DatasetUse.UNSAID,
                0.1,
                List.of(
                        column(firstColumn, ColumnType.INTEGER, ColumnRole.FEATURE, List.of(), false),
                        column("income", ColumnType.REAL, ColumnRole.FEATURE, List.of(), true),
                        column("debt", ColumnType.INTEGER, ColumnRole.FEATURE, List.of(), true),
                        column("home", ColumnType.NOMINAL, ColumnRole.FEATURE, HOMES, true),
                        column("pet", ColumnType.NOMINAL, ColumnRole.FEATURE, PETS, true),
                        column("school", ColumnType.ORDINAL, ColumnRole.FEATURE, SCHOOLS, true),
                        column("member", ColumnType.BOOLEAN, ColumnRole.FEATURE, List.of("no", "yes"), true),
                        column("job", ColumnType.NOMINAL, ColumnRole.FEATURE, JOBS, true),
                        column("label", ColumnType.BOOLEAN, ColumnRole.TARGET, List.of("0", "1"), false)),
                "1",
                "granted",
                "refused",
                null,
                List.of());
    }

    private static Column column(
            String name, ColumnType type, ColumnRole role, List<String> categories, boolean missingAllowed) {
        return new Column(
                name,
                name,
                type,
                role,
                null,
                null,
                categories,
                null,
                missingAllowed,
                ColumnEncodingRule.AS_IS,
                null,
                Map.of());
    }
}
