package io.loanflow.trees.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.fixture.TribuoScores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;

class ForestScorerTest {

    private static final List<String> NAMES = Forests.features(5);

    private static final MutableDataset<Label> DATA = Forests.dataset(400, NAMES, 3, new SplittableRandom(1));

    @Test
    void trainedForestScoresLikeTribuoBeforeAndAfterProtobuf() throws IOException {
        Model<Label> model = Forests.trained(DATA, 10);
        Model<Label> read = throughProtobuf(model);
        for (String label : List.of("label-0", "label-1", "label-2")) {
            TribuoScores.assertEqual(model, label, new SplittableRandom(2));
            TribuoScores.assertEqual(read, label, new SplittableRandom(2));
        }
        assertThat(TribuoScores.scorer(read, NAMES, "label-0").digest())
                .isEqualTo(TribuoScores.scorer(model, NAMES, "label-1").digest())
                .hasSize(64);
    }

    @Test
    void columnsMayStandInAnyOrderAndBeUnknownToTheModel() {
        Model<Label> model = Forests.trained(DATA, 5);
        ForestScorer inOrder = TribuoScores.scorer(model, NAMES, "label-1");
        ForestScorer reversed = TribuoScores.scorer(
                model, List.of("unknown", "feature-4", "feature-3", "feature-2", "feature-1", "feature-0"), "label-1");
        assertThat(reversed.score(new double[] {9, 5, 4, 3, 2, 1}))
                .isEqualTo(inOrder.score(new double[] {1, 2, 3, 4, 5}));
        assertThat(reversed.digest()).isEqualTo(inOrder.digest());
    }

    @Test
    void aFeatureAnExampleLacksIsZero() {
        Model<Label> model = Forests.trained(DATA, 5);
        double tribuo = model.predict(Forests.example("label-0", NAMES.subList(1, 3), new double[] {1.5, -1.5}))
                .getOutputScores()
                .get("label-2")
                .getScore();
        assertThat(TribuoScores.scorer(model, NAMES, "label-2").score(new double[] {0, 1.5, -1.5, 0, 0}))
                .isEqualTo(tribuo);
    }

    @Test
    void batchesScoreLikeSingleRows() {
        ForestScorer forest = TribuoScores.scorer(Forests.trained(DATA, 7), NAMES, "label-2");
        int rows = 1000;
        SplittableRandom random = new SplittableRandom(3);
        double[] values = new double[rows * NAMES.size()];
        double[][] columns = new double[NAMES.size()][rows];
        double[] expected = new double[rows];
        for (int row = 0; row < rows; row++) {
            double[] features = Forests.awkwardRow(NAMES.size(), random);
            System.arraycopy(features, 0, values, row * NAMES.size(), NAMES.size());
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = features[column];
            }
            expected[row] = forest.score(features);
        }
        assertThat(forest.scoreColumns(columns, rows)).isEqualTo(expected);
        assertThat(forest.scoreRows(values, rows)).isEqualTo(expected);
        assertThat(forest.scoreRows(new double[0], 0)).isEmpty();
    }

    @Test
    void anotherForestHasAnotherDigest() {
        assertThat(TribuoScores.scorer(Forests.trained(DATA, 6), NAMES, "label-1")
                        .digest())
                .isNotEqualTo(TribuoScores.scorer(Forests.trained(DATA, 5), NAMES, "label-1")
                        .digest());
    }

    @Test
    void whatCannotBeScoredIsRefusedWithTheRemedy() {
        Model<Label> model = Forests.trained(DATA, 5);
        ForestScorer forest = TribuoScores.scorer(model, NAMES, "label-1");
        assertThatThrownBy(() -> TribuoScores.scorer(model, NAMES, "other"))
                .hasMessageContaining("name one of [label-0, label-1, label-2]");
        assertThatThrownBy(() -> TribuoScores.scorer(model, NAMES.subList(1, 5), "label-1"))
                .hasMessageContaining("splits on the feature 'feature-0'");
        assertThatThrownBy(() -> TribuoScores.scorer(model, List.of("a", "a"), "label-1"))
                .hasMessageContaining("named twice");
        assertThatThrownBy(() -> forest.score(new double[4])).hasMessageContaining("needs 5");
        assertThatThrownBy(() -> forest.score(new double[] {0, Double.NaN, 0, 0, 0}))
                .hasMessageContaining("'feature-1' is not a number");
        assertThatThrownBy(() -> forest.scoreRows(new double[9], 2)).hasMessageContaining("rows times features");
        assertThatThrownBy(() -> forest.scoreColumns(new double[4][], 2)).hasMessageContaining("4 columns");
    }

    private static Model<Label> throughProtobuf(Model<Label> model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.serializeToStream(bytes);
        return Model.deserializeFromStream(new ByteArrayInputStream(bytes.toByteArray()))
                .castModel(Label.class);
    }
}
