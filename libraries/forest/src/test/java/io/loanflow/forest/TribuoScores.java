package io.loanflow.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Compares our scores with Tribuo's own prediction, bit for bit. */
final class TribuoScores {

    private TribuoScores() {}

    static void assertEqual(Model<Label> model, String label, SplittableRandom random) {
        List<String> names = Forests.features(5);
        FlatForest forest = FlatForest.of(model, names, label);
        for (int i = 0; i < 30; i++) {
            double[] row = Forests.awkwardRow(names.size(), random);
            double tribuo = model.predict(Forests.example("label-0", names, row))
                    .getOutputScores()
                    .get(label)
                    .getScore();
            assertThat(Double.doubleToRawLongBits(forest.score(row))).isEqualTo(Double.doubleToRawLongBits(tribuo));
        }
    }
}
