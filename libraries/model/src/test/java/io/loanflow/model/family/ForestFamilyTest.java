package io.loanflow.model.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.trees.tribuo.ForestFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

class ForestFamilyTest {

    private static final ForestFamily FAMILY = new ForestFamily();
    private static final Parameters PARAMETERS =
            FAMILY.defaults().with("trees", "6").with("seed", "9");
    private static final LabelledRows ROWS = FamilyRows.ROWS;

    @Test
    void aForestKeepsNoColumnMonotoneAndSaysSo() {
        LabelledRows rows = new LabelledRows(
                ROWS.features(), ROWS.columns(), ROWS.labels(), ROWS.targets(), Map.of("person_age", 1));

        assertThatThrownBy(() -> FAMILY.fit(rows, PARAMETERS, FamilyRows.growth(1)))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessage("The definition says that person_age is monotone, which a forest does not keep. Train with"
                        + " family boosting, or leave monotone out.");
    }

    @Test
    void tribuoReadsTheForestAndScoresTheSame() throws IOException {
        FittedModel fitted = fit(2, PARAMETERS);
        byte[] file = FAMILY.write(fitted);
        Model<Label> tribuo =
                Model.deserializeFromStream(new ByteArrayInputStream(file)).castModel(Label.class);

        assertThat(ForestFile.read(tribuo).digest())
                .isEqualTo(fitted.scorer().digest())
                .isEqualTo(FAMILY.read(file, ROWS.features(), "1").scorer().digest());
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheForest() {
        String digest = fit(1, PARAMETERS).scorer().digest();

        assertThat(fit(5, PARAMETERS).scorer().digest()).isEqualTo(digest);
        assertThat(fit(5, PARAMETERS.with("seed", "10")).scorer().digest()).isNotEqualTo(digest);
    }

    @Test
    void partsMakeTheSameForest() {
        List<byte[]> parts = Stream.of(
                        new GrownInParts.TreeSpan(3, 3),
                        new GrownInParts.TreeSpan(0, 1),
                        new GrownInParts.TreeSpan(1, 2))
                .map(span -> FAMILY.growPart(ROWS, PARAMETERS, FamilyRows.growth(1), span))
                .toList();

        FittedModel joined = FAMILY.join(parts, ROWS);
        assertThat(joined.scorer().digest())
                .isEqualTo(fit(2, PARAMETERS).scorer().digest());
        assertThat(joined.provenance()).contains("HistogramForestTrainer", "a test");
    }

    @Test
    void eachTrainingRowIsScoredByTreesThatHadNotSeenIt() {
        FittedModel fitted = fit(2, PARAMETERS);

        assertThat(FAMILY.unseen(fitted, ROWS, PARAMETERS, FamilyRows.growth(2)))
                .hasSize(ROWS.labels().length)
                .isNotEqualTo(fitted.scorer().scoreColumns(ROWS.columns(), ROWS.labels().length));
    }

    /** Rows of a group are equal: a tree that has seen one knows the labels of all, which are drawn. */
    @Test
    void rowsOfAGroupAreScoredByTreesThatHadSeenNoneOfIt() {
        Random random = new Random(3);
        double[] values = new double[900];
        int[] labels = new int[values.length];
        int[] groups = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            groups[row] = row % 90;
            values[row] = row % 90;
            labels[row] = row < 90 ? random.nextInt(2) : labels[row - 90];
        }
        LabelledRows rows =
                new LabelledRows(List.of("x"), new double[][] {values}, labels, ROWS.targets(), Map.of(), groups);
        LabelledRows without =
                new LabelledRows(List.of("x"), new double[][] {values}, labels, ROWS.targets(), Map.of());

        assertThat(right(without)).isGreaterThan(0.95);
        assertThat(right(rows)).isBetween(0.3, 0.7);
    }

    private static double right(LabelledRows rows) {
        Parameters parameters = PARAMETERS.with("trees", "20");
        FittedModel fitted = FAMILY.fit(rows, parameters, FamilyRows.growth(2));
        double[] unseen = FAMILY.unseen(fitted, rows, parameters, FamilyRows.growth(2));
        return IntStream.range(0, unseen.length)
                        .filter(row -> unseen[row] > 0.5 == (rows.labels()[row] == 1))
                        .count()
                / (double) unseen.length;
    }

    @Test
    void progressRunsToTheLastTreeAndMayEndTheGrowth() {
        List<Integer> counts = new ArrayList<>();
        FAMILY.fit(ROWS, PARAMETERS, new Growth(2, "a test", counts::add, bytes -> {}));
        assertThat(counts).isSorted().last().isEqualTo(6);

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
    }

    private static FittedModel fit(int threads, Parameters parameters) {
        return FAMILY.fit(ROWS, parameters, FamilyRows.growth(threads));
    }
}
