package io.loanflow.model.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;

class BoostingFamilyTest {

    private static final BoostingFamily FAMILY = new BoostingFamily();
    private static final LabelledRows ROWS = FamilyRows.ROWS;
    private static final Parameters PARAMETERS = FAMILY.defaults()
            .with("trees", "12")
            .with("numLeaves", "8")
            .with("featureFraction", "0.5")
            .with("baggingFraction", "0.8");

    @Test
    void tribuoReadsTheModelAndItsScoresStayTheSame() throws IOException {
        FittedModel fitted = fit(2, PARAMETERS);
        byte[] file = FAMILY.write(fitted);

        assertThat(Model.deserializeFromStream(new ByteArrayInputStream(file)).getProvenance())
                .isEqualTo(fitted.model().getProvenance());
        assertThat(FAMILY.read(file, ROWS.features(), "1").scorer().scoreColumns(ROWS.columns(), ROWS.size()))
                .isEqualTo(fitted.scorer().scoreColumns(ROWS.columns(), ROWS.size()));
        assertThat(fitted.provenance()).contains("BoostedTreesTrainer", "a test");
    }

    @Test
    void aColumnThatIsMonotoneMovesTheScoreOneWayOnly() {
        for (int direction : new int[] {1, -1}) {
            LabelledRows rows = new LabelledRows(
                    ROWS.features(),
                    ROWS.columns(),
                    ROWS.labels(),
                    ROWS.targets(),
                    Map.of("person_age", direction, "credit_score", -direction));
            FittedModel model = FAMILY.fit(rows, FAMILY.defaults().with("trees", "30"), FamilyRows.growth(1));

            for (int row = 0; row < 50; row++) {
                assertThat(direction * slope(model, row, "person_age")).isGreaterThanOrEqualTo(0);
                assertThat(-direction * slope(model, row, "credit_score")).isGreaterThanOrEqualTo(0);
            }
        }
    }

    /** How much more likely the label is for the greatest value of a column than for the smallest, all else equal. */
    private static double slope(FittedModel model, int row, String feature) {
        int place = ROWS.features().indexOf(feature);
        double[] features =
                Arrays.stream(ROWS.columns()).mapToDouble(column -> column[row]).toArray();
        double[] low = features.clone();
        double[] high = features.clone();
        low[place] = -1e6;
        high[place] = 1e6;
        return model.scorer().score(high) - model.scorer().score(low);
    }

    @Test
    void aForestAndAnotherLabelAreRefused() {
        byte[] file = FAMILY.write(fit(1, PARAMETERS));
        ForestFamily forests = new ForestFamily();
        byte[] forest = forests.write(forests.fit(ROWS, forests.defaults().with("trees", "2"), FamilyRows.growth(1)));

        assertThatThrownBy(() -> FAMILY.read(file, ROWS.features(), "0"))
                .hasMessage("the model gives the probability of 1");
        assertThatThrownBy(() -> FAMILY.read(forest, ROWS.features(), "1"))
                .hasMessageContaining("WeightedEnsembleModel, no boosted trees");
    }

    @Test
    void neitherThreadsNorSpellingChangeTheModelButEveryParameterDoes() {
        String digest = fit(1, PARAMETERS).scorer().digest();

        assertThat(fit(5, PARAMETERS.with("learningRate", "1e-1")).scorer().digest())
                .isEqualTo(digest);
        Map.ofEntries(
                        Map.entry("trees", "13"),
                        Map.entry("seed", "43"),
                        Map.entry("learningRate", "0.11"),
                        Map.entry("numLeaves", "7"),
                        Map.entry("maxDepth", "2"),
                        Map.entry("minDataInLeaf", "60"),
                        Map.entry("minSumHessianInLeaf", "20"),
                        Map.entry("minGainToSplit", "1"),
                        Map.entry("lambdaL1", "1"),
                        Map.entry("lambdaL2", "1"),
                        Map.entry("pathSmooth", "1"),
                        Map.entry("featureFraction", "0.7"),
                        Map.entry("featureFractionByNode", "0.5"),
                        Map.entry("baggingFraction", "0.7"),
                        Map.entry("baggingFreq", "3"),
                        Map.entry("maxBin", "16"))
                .forEach((name, value) -> assertThat(
                                fit(1, PARAMETERS.with(name, value)).scorer().digest())
                        .as(name)
                        .isNotEqualTo(digest));
    }

    @Test
    void eachTrainingRowIsScoredByAModelThatHadNotSeenIt() {
        FittedModel fitted = fit(2, PARAMETERS);
        List<Integer> counts = new ArrayList<>();

        double[] unseen = FAMILY.unseen(fitted, ROWS, PARAMETERS, new Growth(2, "a test", counts::add, bytes -> {}));

        assertThat(unseen).hasSize(ROWS.size()).doesNotContain(Double.NaN);
        assertThat(unseen).isNotEqualTo(fitted.scorer().scoreColumns(ROWS.columns(), ROWS.size()));
        assertThat(counts).isSorted().startsWith(13).last().isEqualTo(FAMILY.treesToGrow(PARAMETERS));
    }

    @Test
    void progressAndTheModelsSizeMayEndTheGrowth() {
        assertThatThrownBy(() -> FAMILY.fit(
                        ROWS,
                        PARAMETERS,
                        new Growth(
                                2,
                                "a test",
                                trees -> {
                                    throw new IllegalStateException("cancelled");
                                },
                                bytes -> {})))
                .hasMessage("cancelled");
        assertThatThrownBy(() -> FAMILY.fit(ROWS, PARAMETERS, new Growth(2, "a test", trees -> {}, bytes -> {
                    throw new IllegalStateException("too large");
                })))
                .hasMessage("too large");
    }

    private static FittedModel fit(int threads, Parameters parameters) {
        return FAMILY.fit(ROWS, parameters, FamilyRows.growth(threads));
    }
}
