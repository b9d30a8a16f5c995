package io.loanflow.serving.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.row.Problem;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.NoChampionException;
import io.loanflow.serving.champion.UnknownDatasetException;
import io.loanflow.serving.champion.VersionNotServedException;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.TrainedModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {

    private static final TrainedModel MODEL = TrainedModel.small(1);
    private static final LoanRow ROW = LoanRows.undecided();
    private static final String VALID = ROW.json(LoanDefinition.DEFINITION).toString();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Predictor predictor = PredictorFixture.predictor(MODEL.folder(DataOrigin.FILE), meters);

    @Test
    void aPredictionNamesItsModelAndGivesTribuosProbability() {
        Prediction prediction = predict(VALID);

        assertThat(prediction.probability()).isEqualTo(MODEL.probability(ROW));
        assertThat(prediction.decision()).isEqualTo(prediction.probability() >= 0.5 ? "approved" : "rejected");
        assertThat(prediction.model()).isEqualTo(new Prediction.ModelReference("loan", 1, "0f"));
        assertThat(prediction.synthetic()).isNull();
        assertThat(predict(VALID).decisionId()).isNotEqualTo(prediction.decisionId());
    }

    @Test
    void aModelOfSyntheticRowsSaysSo() {
        assertThat(PredictorFixture.predictor(MODEL.folder(DataOrigin.SYNTHETIC))
                        .predict(new PredictionRequest(null, VALID.getBytes(UTF_8), WantedReasons.STANDARD, null))
                        .synthetic())
                .isTrue();
    }

    @Test
    void nothingIsPredictedWithoutAChampion() {
        Predictor without = PredictorFixture.predictor(new Champions(PredictorFixture.SETTINGS), meters);

        assertThatThrownBy(() -> without.predict(
                        new PredictionRequest(null, VALID.getBytes(UTF_8), WantedReasons.STANDARD, null)))
                .isInstanceOf(NoChampionException.class);
        assertThatThrownBy(() -> without.predictBatch(
                        new PredictionRequest(null, "{}".getBytes(UTF_8), WantedReasons.STANDARD, null)))
                .isInstanceOf(NoChampionException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"person_age\": NaN}",
                "{\"person_age\": 01}",
                "{'person_age': 1}",
                "{\"person_age\": 1,}",
                "{} // comment",
                "\"",
                "{\"person_age\" 1}",
                "{\"a\": tru}",
                "{\"a\": Infinity}",
                "{\"a\": +1}"
            })
    void whatIsNotStrictJsonIsRefusedWithItsPlace(String body) {
        assertThatThrownBy(() -> predict(body))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith("the body is not JSON, at line 1, column ");
    }

    @Test
    void nothingMayFollowTheRow() {
        assertThatThrownBy(() -> predict(VALID + " {}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith("something follows the JSON value, at line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void anEmptyBodyIsRefused(String body) {
        assertThatThrownBy(() -> predict(body))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage("the body is empty; send one JSON object");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] latin = "{\"Größe\": 1}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> predictor.predict(new PredictionRequest(null, latin, WantedReasons.STANDARD, null)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void absurdNestingAndNumbersAreRefusedAsSuch() {
        String deep = "{\"a\": " + "[".repeat(5000);
        String number = "{\"person_age\": " + "9".repeat(5000) + "}";

        for (String body : List.of(deep, number)) {
            assertThatThrownBy(() -> predict(body))
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageStartingWith("the body nests too deeply, or has too long a number");
        }
    }

    @Test
    void messagesRepeatNothingOfTheBody() {
        assertThatThrownBy(() -> predict("{\"person_age\": secret}")).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> predict("{\"person_education\": \"secret\"}")).hasMessageNotContaining("secret");
    }

    @Test
    void eachRowOfABatchHasItsOwnAnswer() {
        BatchPrediction batch = predictBatch("{\"rows\": [" + VALID + ", {}, 7, " + VALID + "]}");

        assertThat(batch.answers()).hasSize(4);
        assertThat(batch.answers().get(0).errors()).isNull();
        assertThat(batch.answers().get(0).prediction())
                .extracting(Prediction::probability)
                .isEqualTo(MODEL.probability(ROW));
        assertThat(batch.answers().get(1).prediction()).isNull();
        assertThat(batch.answers().get(1).errors())
                .hasSize(12)
                .allSatisfy(problem -> assertThat(problem.pointer()).startsWith("/rows/1/"));
        assertThat(batch.answers().get(2).errors()).extracting(Problem::pointer).containsExactly("/rows/2");
        assertThat(batch.answers().get(3).prediction()).isNotNull();
    }

    @Test
    void rowsMayBeCalledApplicationsAsBefore() {
        BatchPrediction batch = predictBatch("{\"applications\": [" + VALID + ", 7]}");

        assertThat(batch.answers().get(0).prediction()).isNotNull();
        assertThat(batch.answers().get(1).errors()).extracting(Problem::pointer).containsExactly("/applications/1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
            []                                     |               | must be a JSON object: {"rows": [ … ]}
            7                                      |               | must be a JSON object: {"rows": [ … ]}
            {}                                     | /rows | is missing; send {"rows": [ … ]}
            {"rows": {}}                   | /rows | must be an array of rows
            {"rows": null}                 | /rows | must be an array of rows
            {"rows": [], "rows": []} | /rows | is given more than once; give it once
            {"rows": [], "applications": []}       | /applications | is given more than once; give it once
            {"rows": [], "other": [{"a": 1}]} | /other       | is not a property of a batch; leave it out
            """)
    void aWrongBatchIsRefusedAsAWhole(String body, String pointer, String detail) {
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> predictBatch(body));

        assertThat(refusal.problems()).containsExactly(new Problem(pointer == null ? "" : pointer, detail));
    }

    @Test
    void anEmptyBatchHasNoAnswers() {
        assertThat(predictBatch("{\"rows\": []}").answers()).isEmpty();
    }

    @Test
    void aBatchOverTheLimitIsRefusedBeforeItIsReadToItsEnd() {
        assertThat(predictBatch("{\"rows\": [{}, {}, {}, {}, {}]}").answers()).hasSize(5);
        assertThatThrownBy(() -> predictBatch("{\"rows\": [{}, {}, {}, {}, {}, {}, not read"))
                .isInstanceOf(BatchTooLongException.class)
                .hasMessage("the batch has more than 5 rows; send it in parts");
    }

    @Test
    void aDataSetThatIsNotServedIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> predictor.predict(
                        new PredictionRequest("heart", VALID.getBytes(UTF_8), WantedReasons.STANDARD, null)))
                .isInstanceOf(UnknownDatasetException.class)
                .hasMessage("no data set of this name is served here; there is loan");
    }

    /** It may come into service between the look at the address and the answer. */
    @Test
    void whoAsksAVersionIsAnsweredByNoOther() {
        assertThat(predictor
                        .predict(new PredictionRequest("loan", VALID.getBytes(UTF_8), WantedReasons.NONE, null, 1))
                        .model()
                        .version())
                .isEqualTo(1);
        assertThatThrownBy(() -> predictor.predict(
                        new PredictionRequest("loan", VALID.getBytes(UTF_8), WantedReasons.NONE, null, 2)))
                .isInstanceOf(VersionNotServedException.class)
                .hasMessageContaining("version 1 is");
    }

    @Test
    void answersAndRefusalsAreCounted() {
        predict(VALID);
        predictBatch("{\"rows\": [" + VALID + ", {}]}");

        assertThat(meters.get("loanflow.prediction").timer().count()).isEqualTo(1);
        assertThat(meters.get("loanflow.predictions").counters())
                .extracting(counter -> counter.count())
                .satisfiesExactlyInAnyOrder(
                        count -> assertThat(count).isEqualTo(2),
                        count -> assertThat(count).isZero());
        assertThat(meters.get("loanflow.rows.invalid").counter().count()).isEqualTo(1);
    }

    private Prediction predict(String body) {
        return predictor.predict(new PredictionRequest("loan", body.getBytes(UTF_8), WantedReasons.STANDARD, null));
    }

    private BatchPrediction predictBatch(String body) {
        return predictor.predictBatch(
                new PredictionRequest("loan", body.getBytes(UTF_8), WantedReasons.STANDARD, null));
    }
}
