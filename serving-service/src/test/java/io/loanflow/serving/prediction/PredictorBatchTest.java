package io.loanflow.serving.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A batch of several blocks beside the same rows one by one. */
class PredictorBatchTest {

    private static final int ROWS = 4000;
    private static final int WRONG_EVERY = 7;

    private final Predictor predictor =
            PredictorFixture.predictor(Champions.serving(TrainedModel.small(1).folder(DataOrigin.FILE)), ROWS);

    @Test
    void everyRowHasInItsPlaceTheAnswerThatItHasAlone() {
        List<String> rows = rows();

        List<BatchPrediction.Answer> answers =
                predictor.predictBatch(batch(rows).getBytes(UTF_8)).answers();

        assertThat(answers).hasSize(ROWS);
        assertThat(answers.stream().map(BatchPrediction.Answer::prediction).filter(Objects::nonNull))
                .extracting(Prediction::decision)
                .contains(Decision.APPROVED, Decision.REJECTED);
        for (int i = 0; i < ROWS; i++) {
            Prediction prediction = answers.get(i).prediction();
            if (isWrong(i)) {
                assertThat(prediction).isNull();
                assertThat(answers.get(i).errors()).isNotEmpty();
            } else {
                Prediction alone = predictor.predict(rows.get(i).getBytes(UTF_8));
                assertThat(Objects.requireNonNull(prediction).probability()).isEqualTo(alone.probability());
                assertThat(prediction.decision()).isEqualTo(alone.decision());
            }
        }
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        LoanRows.madeUp(ROWS, 3)
                .forEach(row -> rows.add(
                        isWrong(rows.size())
                                ? "{}"
                                : row.json(LoanDefinition.DEFINITION).toString()));
        return rows;
    }

    private static boolean isWrong(int row) {
        return row % WRONG_EVERY == 0;
    }

    private static String batch(List<String> rows) {
        return "{\"applications\": [" + String.join(",", rows) + "]}";
    }
}
