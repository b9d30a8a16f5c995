package io.loanflow.trees.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.fixture.TribuoScores;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

class ForestScorerLoanTest {

    @Test
    void everyLoanScoresLikeTribuo() throws IOException {
        CsvRows rows = CsvRows.loans();
        CsvRows test = rows.part(true);
        Model<Label> model = Forests.trained(test.dataset(), 5);
        double[] scores = TribuoScores.scorer(model, rows.names(), "1").scoreColumns(rows.columns(), rows.size());
        for (int row = 0; row < rows.size(); row++) {
            double tribuo = model.predict(Forests.example("0", rows.names(), rows.row(row)))
                    .getOutputScores()
                    .get("1")
                    .getScore();
            assertThat(scores[row]).isEqualTo(tribuo);
        }
    }
}
