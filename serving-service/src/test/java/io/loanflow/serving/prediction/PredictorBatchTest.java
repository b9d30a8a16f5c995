package io.loanflow.serving.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.TrainedModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows of a batch are scored together, and nobody can tell. */
class PredictorBatchTest {

    private static final List<String> INVALID = List.of("{}", "7", "null", "[]", "{\"person_age\": 7}", "\"x\"");
    private static final TrainedModel MODEL = TrainedModel.train(LoanRows.madeUp(1000, 3), 20, 12, 3);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Predictor predictor = PredictorFixture.patient(MODEL.folder(DataOrigin.FILE), meters);

    @Test
    void everyRowIsAnsweredToTheBitAsAloneWhateverLiesBetween() {
        List<String> rows = mixed(900);

        List<BatchPrediction.Answer> answers = batch(rows).answers();

        assertThat(answers).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertAsAlone(rows.get(i), answers.get(i), i);
        }
    }

    @Test
    void everyRowIsCounted() {
        List<String> rows = mixed(300);
        long invalid = rows.stream().filter(INVALID::contains).count();

        batch(rows);

        assertThat(meters.get("loanflow.rows.invalid").counter().count()).isEqualTo(invalid);
        assertThat(meters.get("loanflow.predictions").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(rows.size() - invalid);
    }

    @Test
    void aBatchOfInvalidRowsOnlyIsAnswered() {
        assertThat(batch(INVALID).answers())
                .hasSameSizeAs(INVALID)
                .allSatisfy(answer -> assertThat(answer.prediction()).isNull());
    }

    @Test
    void problemsOfABatchAreToldUpToALimitAndNoRowIsForgotten() {
        List<BatchPrediction.Answer> answers =
                batch(Collections.nCopies(1000, "{}")).answers();

        assertThat(answers)
                .hasSize(1000)
                .allSatisfy(answer -> assertThat(answer.errors()).isNotEmpty());
        assertThat(answers.stream().mapToInt(answer -> answer.errors().size()).sum())
                .isLessThan(BatchReader.MOST_TOLD + 1000);
        assertThat(answers.get(999).errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/rows/999"));
    }

    private void assertAsAlone(String row, BatchPrediction.Answer answer, int place) {
        Prediction prediction = answer.prediction();
        if (prediction == null) {
            assertThat(INVALID).contains(row);
            assertThat(answer.errors())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.pointer() + "/").startsWith("/rows/" + place + "/"));
        } else {
            Prediction alone =
                    predictor.predict(new PredictionRequest(null, row.getBytes(UTF_8), WantedReasons.STANDARD, null));
            assertThat(Double.doubleToLongBits(prediction.probability()))
                    .isEqualTo(Double.doubleToLongBits(alone.probability()));
            assertThat(prediction.decision()).isEqualTo(alone.decision());
        }
    }

    /** Valid rows with runs of invalid ones between them. */
    private static List<String> mixed(int valid) {
        SplittableRandom random = new SplittableRandom(valid);
        List<String> rows = new ArrayList<>();
        for (LoanRow row : LoanRows.madeUp(valid, 17)) {
            while (random.nextInt(3) == 0) {
                rows.add(INVALID.get(random.nextInt(INVALID.size())));
            }
            rows.add(row.json(LoanDefinition.DEFINITION).toString());
        }
        return rows;
    }

    private BatchPrediction batch(List<String> rows) {
        return predictor.predictBatch(new PredictionRequest(
                null, ("{\"rows\": [" + String.join(",", rows) + "]}").getBytes(UTF_8), WantedReasons.STANDARD, null));
    }
}
