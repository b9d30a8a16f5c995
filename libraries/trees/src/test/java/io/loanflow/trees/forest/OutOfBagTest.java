package io.loanflow.trees.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.trees.fixture.ForestSettings;
import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.grow.Bootstrap;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.tribuo.DatasetTable;
import io.loanflow.trees.tribuo.ForestModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class OutOfBagTest {

    private static final MutableDataset<Label> DATA =
            Forests.dataset(500, Forests.features(4), 3, new SplittableRandom(1));

    private static final TrainingTable TABLE = DatasetTable.of(DATA);

    private final ForestSettings settings = new ForestSettings();

    @Test
    void everyRowIsJudgedByTheTreesThatHaveNotSeenIt() {
        settings.minSamplesLeaf = 5; // so that hardly any two labels are as likely to the last bit
        ForestModel model = train();
        OutOfBag outOfBag = OutOfBag.of(model.forest(), TABLE, settings.parameters());
        int judged = 0;
        int right = 0;
        for (int row = 0; row < TABLE.rows(); row++) {
            double[] expected = expected(model.ensemble(), row);
            if (Double.isNaN(expected[0])) {
                assertThat(probabilities(outOfBag, row)).containsOnly(Double.NaN);
            } else {
                assertThat(probabilities(outOfBag, row)).containsExactly(expected, within(1e-12));
                judged++;
                boolean firstWins = expected[0] >= Math.max(expected[1], expected[2]);
                int likeliest = firstWins ? 0 : expected[1] >= expected[2] ? 1 : 2;
                right += likeliest == TABLE.label(row) ? 1 : 0;
            }
        }
        assertThat(outOfBag.judged()).isEqualTo(judged).isBetween(450, 500);
        assertThat(outOfBag.score())
                .isCloseTo((double) right / judged, within(0.005))
                .isBetween(0.4, 0.9);
    }

    /** Straight from the definition, by Tribuo's own predictions. */
    private double[] expected(WeightedEnsembleModel<Label> model, int row) {
        double[] sums = new double[3];
        double trees = 0;
        for (int tree = 0; tree < model.getNumModels(); tree++) {
            char[] weights = new char[TABLE.rows()];
            new Bootstrap(settings.parameters(), TABLE.rows()).draw(tree, weights);
            if (weights[row] == 0) {
                var scores = model.getModels()
                        .get(tree)
                        .predict(DATA.getExample(row))
                        .getOutputScores();
                for (int label = 0; label < 3; label++) {
                    sums[label] += scores.get(TABLE.labelNames().get(label)).getScore();
                }
                trees++;
            }
        }
        return new double[] {sums[0] / trees, sums[1] / trees, sums[2] / trees};
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws Exception {
        settings.minSamplesLeaf = 5;
        ForestModel model = train();
        OutOfBag one = new ForkJoinPool(1)
                .submit(() -> OutOfBag.of(model.forest(), TABLE, settings.parameters()))
                .get();
        OutOfBag seven = new ForkJoinPool(7)
                .submit(() -> OutOfBag.of(model.forest(), TABLE, settings.parameters()))
                .get();
        assertThat(one.probabilities()).isEqualTo(seven.probabilities());
        String second = TABLE.labelNames().get(1);
        assertThat(one.of(second)[7]).isEqualTo(one.probabilities()[3 * 7 + 1]);
        assertThat(one.score()).isEqualTo(seven.score());
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheRemedy() {
        ForestModel model = train();
        settings.trees = 11;
        assertThatThrownBy(() -> OutOfBag.of(model.forest(), TABLE, settings.parameters()))
                .hasMessageContaining("has 10 trees and the parameters say 11: give the table and the parameters");
        settings.trees = 10;
        TrainingTable other = DatasetTable.of(Forests.dataset(400, Forests.features(4), 3, new SplittableRandom(1)));
        assertThatThrownBy(() -> OutOfBag.of(model.forest(), other, settings.parameters()))
                .hasMessageContaining("trained on 500 draws, and of the table's 400 rows the parameters draw 400");
        settings.bootstrap = false;
        assertThatThrownBy(() -> OutOfBag.of(model.forest(), TABLE, settings.parameters()))
                .hasMessageContaining("train with bootstrap");
    }

    private static double[] probabilities(OutOfBag outOfBag, int row) {
        return Arrays.copyOfRange(outOfBag.probabilities(), 3 * row, 3 * row + 3);
    }

    private ForestModel train() {
        return settings.trainer()
                .train(TABLE, new SimpleDataSourceProvenance("rows", new LabelFactory()), GrowthMonitor.SILENT);
    }
}
