package io.loanflow.trees.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

class FlatForestLoanTest {

    @Test
    void everyLoanScoresLikeTribuo() throws IOException {
        CsvRows rows = CsvRows.loans();
        CsvRows test = rows.part(true);
        Model<Label> model = Forests.trained(test.dataset(), 5);
        double[] scores = FlatForest.of(model, rows.names(), "1").scoreColumns(rows.columns(), rows.size());
        for (int row = 0; row < rows.size(); row++) {
            double tribuo = model.predict(Forests.example("0", rows.names(), rows.row(row)))
                    .getOutputScores()
                    .get("1")
                    .getScore();
            assertThat(scores[row]).isEqualTo(tribuo);
        }
    }
}
