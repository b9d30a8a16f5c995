package io.loanflow.serving.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.LoanData;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictorLoanFileTest {

    @Test
    void everyLoanIsAnsweredLikeTribuoOrRefusedLikeTheDefinition() {
        List<LoanRow> rows = LoanRows.ofFile(LoanData.file());
        TrainedModel model = TrainedModel.train(rows.subList(0, 5000), 5, 40, 1);
        Predictor predictor = PredictorFixture.predictor(model.folder(DataOrigin.FILE));
        for (LoanRow row : rows) {
            byte[] body = row.json(LoanDefinition.DEFINITION).toString().getBytes(UTF_8);
            if (row.isValid(LoanDefinition.DEFINITION)) {
                assertThat(predictor
                                .predict(new PredictionRequest(null, body, WantedReasons.NONE, null))
                                .probability())
                        .isEqualTo(model.probability(row));
            } else {
                assertThatThrownBy(() -> predictor.predict(new PredictionRequest(null, body, WantedReasons.NONE, null)))
                        .isInstanceOf(InvalidRequestException.class);
            }
        }
    }
}
