package io.loanflow.trees.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;

class FlatForestTest {

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
        assertThat(FlatForest.of(read, NAMES, "label-0").digest())
                .isEqualTo(FlatForest.of(model, NAMES, "label-1").digest())
                .hasSize(64);
    }

    @Test
    void columnsMayStandInAnyOrderAndBeUnknownToTheModel() {
        Model<Label> model = Forests.trained(DATA, 5);
        FlatForest inOrder = FlatForest.of(model, NAMES, "label-1");
        FlatForest reversed = FlatForest.of(
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
        assertThat(FlatForest.of(model, NAMES, "label-2").score(new double[] {0, 1.5, -1.5, 0, 0}))
                .isEqualTo(tribuo);
    }

    @Test
    void batchesScoreLikeSingleRows() {
        FlatForest forest = FlatForest.of(Forests.trained(DATA, 7), NAMES, "label-2");
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
        assertThat(FlatForest.of(Forests.trained(DATA, 6), NAMES, "label-1").digest())
                .isNotEqualTo(FlatForest.of(Forests.trained(DATA, 5), NAMES, "label-1")
                        .digest());
    }

    @Test
    void whatCannotBeScoredIsRefusedWithTheRemedy() {
        Model<Label> model = Forests.trained(DATA, 5);
        FlatForest forest = FlatForest.of(model, NAMES, "label-1");
        assertThatThrownBy(() -> FlatForest.of(model, NAMES, "other"))
                .hasMessageContaining("name one of [label-0, label-1, label-2]");
        assertThatThrownBy(() -> FlatForest.of(model, NAMES.subList(1, 5), "label-1"))
                .hasMessageContaining("splits on the feature 'feature-0'");
        assertThatThrownBy(() -> FlatForest.of(model, List.of("a", "a"), "label-1"))
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
