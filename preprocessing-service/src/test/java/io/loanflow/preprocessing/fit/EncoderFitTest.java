package io.loanflow.preprocessing.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureEncoderJson;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import io.loanflow.preprocessing.Definitions;
import io.loanflow.preprocessing.spool.RowSpool;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EncoderFitTest {

    private static final double MISSING = Double.NaN;

    /** Columns: income, order, home, school, age (protected), note (ignored), granted. */
    @Test
    void everyColumnIsFittedByItsRule() {
        FeatureEncoder encoder = fit(new double[][] {
            {100, 2, 2, 0, 30, 0, 1},
            {MISSING, 4, MISSING, 2, 31, 0, 0},
            {300, 4, 0, MISSING, 32, 1, 0},
            {500, 6, 0, 2, 33, 0, 1}
        });

        assertThat(encoder.encodings())
                .containsExactly(
                        new NumericEncoding("income", 300, 0, 1),
                        new NumericEncoding("order", 0, 4, Math.sqrt(2)),
                        new OneHotEncoding("home", List.of("RENT", "ÖFFENTLICH")),
                        new OrdinalEncoding("school", List.of("low", "middle", "high"), 2));
    }

    @Test
    void aConstantColumnIsDividedByOne() {
        FeatureEncoder encoder = fit(new double[][] {{1, 5, 0, 0, 30, 0, 1}, {1, 5, 0, 0, 30, 0, 1}});

        assertThat(encoder.encodings()).contains(new NumericEncoding("order", 0, 5, 1));
    }

    @Test
    void aColumnWithoutAnyValueIsRefused() {
        assertThatThrownBy(() -> fit(new double[][] {{MISSING, 5, 0, 0, 30, 0, 1}}))
                .isInstanceOf(UnfittableColumnException.class)
                .hasMessage(
                        "column income has no value in the training part; give it the role ignored, or load more rows");
    }

    @Test
    void numbersWhoseSpreadOverflowsAreRefused() {
        assertThatThrownBy(() -> fit(new double[][] {{1, 1e300, 0, 0, 30, 0, 1}, {1, -1e300, 0, 0, 30, 0, 1}}))
                .isInstanceOf(UnfittableColumnException.class)
                .hasMessageContaining("column order has numbers too large to standardise");
    }

    @Test
    void categoriesHaveTheOrderOfTheirFrequencyWithoutTheRareOnes() {
        double[][] rows = new double[60][];
        for (int i = 0; i < rows.length; i++) {
            double home = i < 10 ? 0 : i < 19 ? 1 : i < 59 ? 2 : MISSING;
            rows[i] = new double[] {1, i, home, 0, 30, 0, 1};
        }

        assertThat(fit(byFrequency(), rows).encodings())
                .contains(new FrequencyEncoding("home", List.of("ÖFFENTLICH", "RENT"), List.of("OWN")));
    }

    @Test
    void missingValuesAndRareCategoriesHaveFeaturesOfTheirOwnWhereTheDefinitionSaysSo() {
        String text = Definitions.text(Definitions.applicants())
                .replace("name: income", "name: income\n    fill: indicator")
                .replace("name: school", "name: school\n    fill: low")
                .replace("ÖFFENTLICH]", "ÖFFENTLICH]\n    other: {below: 0.3}");

        FeatureEncoder encoder = fit(DatasetDefinitionReader.read(text, "applicants"), new double[][] {
            {100, 2, 2, 0, 30, 0, 1},
            {MISSING, 4, 2, 2, 31, 0, 0},
            {300, 4, 0, MISSING, 32, 1, 0},
            {500, 6, 2, 2, 33, 0, 1}
        });

        assertThat(encoder.encodings())
                .contains(
                        new NumericEncoding("income", 300, 0, 1, true),
                        new OneHotEncoding("home", List.of("ÖFFENTLICH"), true, List.of("RENT")),
                        new OrdinalEncoding("school", List.of("low", "middle", "high"), 0, null));
        assertThat(encoder.featureNames())
                .containsExactly("income", "income=missing", "order", "home=ÖFFENTLICH", "home=other", "school");
        assertThat(encoded(encoder, MISSING, "RENT")).containsExactly(300, 1, 0, 0, 1, 2);
        assertThat(encoded(encoder, 7, "never met")).containsExactly(7, 0, 0, 0, 1, 2);
        assertThat(encoded(encoder, 7, null)).containsExactly(7, 0, 0, 0, 0, 2);
        assertThat(FeatureEncoderJson.read(FeatureEncoderJson.write(encoder))).isEqualTo(encoder);
    }

    @Test
    void aMissingNumberIsTheMeanWhereTheDefinitionSaysSo() {
        String text =
                Definitions.text(Definitions.applicants()).replace("name: income", "name: income\n    fill: mean");
        DatasetDefinition definition = DatasetDefinitionReader.read(text, "applicants");

        assertThat(fit(definition, new double[][] {
                            {100, 2, 2, 0, 30, 0, 1}, {MISSING, 4, 2, 2, 31, 0, 0}, {500, 6, 2, 2, 33, 0, 1}
                        })
                        .encodings())
                .contains(new NumericEncoding("income", 300, 0, 1));
        assertThatThrownBy(() ->
                        fit(definition, new double[][] {{1e308, 2, 2, 0, 30, 0, 1}, {1e308, 4, 2, 2, 31, 0, 0}}))
                .isInstanceOf(UnfittableColumnException.class)
                .hasMessageContaining("column income has numbers too large for a mean");
    }

    @Test
    void categoriesOfAnOpenColumnAreThoseThatTheTrainingPartHasOftenEnough() {
        DatasetDefinition open = open("other: {most: 2}");
        FeatureEncoder encoder = fit(open, homes(30, 20, 10, 9));

        OneHotEncoding home = new OneHotEncoding("home", List.of("a", "b"), true, List.of("c", "d"));
        assertThat(encoder.encodings()).contains(home);
        assertThat(encoder.fitted(open).column("home").categories()).containsExactly("a", "b");
        assertThat(encoder.unseen(new @Nullable String[] {null, null, "e", "low"}))
                .containsExactly("home");
        assertThat(encoder.unseen(new @Nullable String[] {null, null, "d", "low"}))
                .isEmpty();
        assertThat(encoder.unseen(new @Nullable String[] {null, null, null, "low"}))
                .isEmpty();
        assertThat(FeatureEncoderJson.read(FeatureEncoderJson.write(encoder))).isEqualTo(encoder);
        assertThat(fit(open(""), homes(30, 20, 10, 9)).featureNames())
                .contains("home=a", "home=b", "home=c", "home=other")
                .doesNotContain("home=d");
        assertThat(fit(open("other: {below: 0.5}"), homes(30, 20, 10, 9)).featureNames())
                .doesNotContain("home=a")
                .contains("home=other");
        assertThat(fit(open("encoding: frequency"), homes(30, 20, 10, 9)).encodings())
                .contains(new FrequencyEncoding("home", List.of("a", "b", "c"), List.of("d")));
    }

    private static DatasetDefinition open(String more) {
        String text = Definitions.text(Definitions.applicants())
                .replaceAll("categories: \\[RENT.*ÖFFENTLICH\\]", "categories: auto\n    " + more);
        return DatasetDefinitionReader.read(text, "applicants").withCategories(column -> List.of("b", "a", "d", "c"));
    }

    /** So many rows with each of a, b, c and d. */
    private static double[][] homes(int... rows) {
        int[] codes = {1, 0, 3, 2};
        return IntStream.range(0, rows.length)
                .boxed()
                .flatMap(home -> Collections.nCopies(rows[home], codes[home]).stream())
                .map(code -> new double[] {100, 2, code, 0, 30, 0, 1})
                .toArray(double[][]::new);
    }

    /** A row with the mean order and a high school. */
    private static double[] encoded(FeatureEncoder encoder, double income, @Nullable String home) {
        double[] features = new double[encoder.featureNames().size()];
        encoder.encode(new double[] {income, 4, 0, 0}, new @Nullable String[] {null, null, home, "high"}, features);
        return features;
    }

    private static DatasetDefinition byFrequency() {
        String text = Definitions.text(Definitions.applicants());
        return DatasetDefinitionReader.read(
                text.replace("ÖFFENTLICH]", "ÖFFENTLICH]\n    encoding: frequency"), "applicants by frequency");
    }

    private static FeatureEncoder fit(double[][] rows) {
        return fit(Definitions.applicants(), rows);
    }

    private static FeatureEncoder fit(DatasetDefinition definition, double[][] rows) {
        try (RowSpool spool = new RowSpool(7, 3)) {
            for (double[] row : rows) {
                spool.add(row);
            }
            return EncoderFit.fit(definition, spool);
        }
    }
}
