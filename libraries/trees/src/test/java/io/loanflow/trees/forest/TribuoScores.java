package io.loanflow.trees.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Compares our scores with Tribuo's own prediction, bit for bit. */
final class TribuoScores {

    private static final int ROWS = 30;

    private TribuoScores() {}

    /** Row by row and as a batch. */
    static void assertEqual(Model<Label> model, String label, SplittableRandom random) {
        List<String> names = Forests.features(5);
        FlatForest forest = FlatForest.of(model, names, label);
        double[] rows = new double[ROWS * names.size()];
        double[] single = new double[ROWS];
        double[] tribuo = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double[] row = Forests.awkwardRow(names.size(), random);
            System.arraycopy(row, 0, rows, i * row.length, row.length);
            single[i] = forest.score(row);
            tribuo[i] = model.predict(Forests.example("label-0", names, row))
                    .getOutputScores()
                    .get(label)
                    .getScore();
        }
        // Compares bits, as Double.equals does.
        assertThat(single).containsExactly(tribuo);
        assertThat(forest.scoreRows(rows, ROWS)).containsExactly(tribuo);
    }

    /** One example, and the row that stands for it. */
    static void assertEqual(Model<Label> model, Example<Label> example, FlatForest forest, double[] row) {
        double tribuo = model.predict(example)
                .getOutputScores()
                .get(forest.positiveLabel())
                .getScore();
        assertThat(new double[] {forest.score(row)}).containsExactly(tribuo);
        assertThat(forest.scoreRows(row, 1)).containsExactly(tribuo);
    }
}
