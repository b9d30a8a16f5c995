package io.loanflow.serving.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.reason.Reason;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.TrainedModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweringTest {

    private static final List<String> ROWS = LoanRows.madeUp(60, 5).stream()
            .map(row -> row.json(LoanDefinition.DEFINITION).toString())
            .toList();

    private final Predictor predictor =
            PredictorFixture.patient(TrainedModel.explained(1).folder(DataOrigin.FILE), new SimpleMeterRegistry());

    @Test
    void aNegativeDecisionHasUpToFourReasonsAndAPositiveOneNone() {
        List<Prediction> answers = ROWS.stream().map(row -> answer(row, null)).toList();

        assertThat(answers).extracting(Prediction::decision).contains("approved", "rejected");
        for (Prediction answer : answers) {
            assertThat(answer.contributions()).isNull();
            if (answer.decision().equals("approved")) {
                assertThat(answer.reasons()).isNull();
            } else {
                assertThat(answer.reasons()).isNotEmpty().hasSizeLessThanOrEqualTo(4);
            }
        }
        assertThat(answers).anySatisfy(answer -> assertThat(answer.reasons()).hasSize(4));
    }

    @Test
    void aReasonIsAColumnOfTheRowAndNeverAProtectedOne() {
        List<String> features =
                LoanDefinition.DEFINITION.features().stream().map(Column::name).toList();

        assertThat(ROWS).allSatisfy(row -> {
            List<Reason> reasons = answer(row, "1000").reasons();
            if (reasons != null) {
                assertThat(reasons)
                        .extracting(Reason::column)
                        .isSubsetOf(features)
                        .doesNotHaveDuplicates();
                assertThat(reasons).extracting(Reason::contribution).isSorted().allMatch(value -> value < 0);
                assertThat(reasons).extracting(Reason::text).noneMatch(String::isBlank);
            }
        });
    }

    @Test
    void theAnswerNamesTheColumnsWhoseCategoryTheModelNeverMet() {
        Predictor open = PredictorFixture.patient(
                TrainedModel.ofOpenColumn(1).folder(DataOrigin.FILE), new SimpleMeterRegistry());
        String row = ROWS.get(0).replaceAll("(\"person_home_ownership\":)\"[A-Z]+\"", "$1\"YURT\"");

        Prediction unseen = answer(open, row);
        Prediction rare = answer(open, row.replace("YURT", "MORTGAGE"));

        assertThat(unseen.unseen()).containsExactly("person_home_ownership");
        assertThat(rare.unseen()).isNull();
        assertThat(unseen.probability()).isEqualTo(rare.probability());
        assertThatThrownBy(() -> answer(open, row.replace("YURT", " YURT")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> answer(predictor, row)).isInstanceOf(InvalidRequestException.class);
    }

    private static Prediction answer(Predictor predictor, String row) {
        return predictor.predict(new PredictionRequest(null, row.getBytes(UTF_8), WantedReasons.STANDARD, null));
    }

    @Test
    void whatIsWantedIsAnswered() {
        String rejected = rejected();

        assertThat(answer(rejected, "none").reasons()).isNull();
        assertThat(answer(rejected, "0").reasons()).isNull();
        assertThat(answer(rejected, "2").reasons())
                .isEqualTo(requireNonNull(answer(rejected, null).reasons()).subList(0, 2));
        assertThat(requireNonNull(answer(rejected, "all").contributions()).columns())
                .hasSize(LoanDefinition.DEFINITION.features().size());
        assertThat(answer(approved(), "all").contributions()).isNotNull();
        assertThat(answer(approved(), "all").reasons()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "four", "1.5", "ALL", "99999999999"})
    void anythingElseIsRefused(String wanted) {
        assertThatThrownBy(() -> WantedReasons.parse(wanted))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal -> assertThat(refusal.problems().get(0).detail())
                                .isEqualTo(
                                        "the query parameter reasons must be none, all, or how many reasons at most, such as 4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "all", "none"})
    void rowsOfABatchHaveWhatEachHasAlone(String wanted) {
        List<BatchPrediction.Answer> together = predictor
                .predictBatch(new PredictionRequest(
                        null,
                        ("{\"rows\": [" + String.join(",", ROWS) + "]}").getBytes(UTF_8),
                        WantedReasons.parse(wanted),
                        null))
                .answers();

        for (int i = 0; i < ROWS.size(); i++) {
            Prediction inBatch = requireNonNull(together.get(i).prediction());
            Prediction alone = answer(ROWS.get(i), wanted);
            assertThat(inBatch.reasons()).isEqualTo(alone.reasons());
            assertThat(inBatch.contributions()).isEqualTo(alone.contributions());
            assertThat(inBatch.probability()).isEqualTo(alone.probability());
        }
    }

    @Test
    void theSameRowHasTheSameReasonsAlsoFromTheModelReadAgain() {
        Predictor again = PredictorFixture.predictor(TrainedModel.explained(1).folder(DataOrigin.FILE));
        byte[] row = rejected().getBytes(UTF_8);

        assertThat(again.predict(new PredictionRequest(null, row, WantedReasons.STANDARD, null))
                        .reasons())
                .isEqualTo(predictor
                        .predict(new PredictionRequest(null, row, WantedReasons.STANDARD, null))
                        .reasons());
    }

    @Test
    void aModelWithoutReasonsAnswersWithoutThem() {
        LoanRow row = LoanRows.undecided();
        Predictor old = PredictorFixture.predictor(TrainedModel.small(1).folder(DataOrigin.FILE));
        Prediction answer = old.predict(new PredictionRequest(
                null,
                row.json(LoanDefinition.DEFINITION).toString().getBytes(UTF_8),
                WantedReasons.parse("all"),
                null));

        assertThat(answer.reasons()).isNull();
        assertThat(answer.contributions()).isNull();
    }

    private String rejected() {
        return ROWS.stream()
                .filter(row -> answer(row, null).decision().equals("rejected"))
                .findFirst()
                .orElseThrow();
    }

    private String approved() {
        return ROWS.stream()
                .filter(row -> answer(row, null).decision().equals("approved"))
                .findFirst()
                .orElseThrow();
    }

    private Prediction answer(String row, String wanted) {
        return predictor.predict(new PredictionRequest(null, row.getBytes(UTF_8), WantedReasons.parse(wanted), null));
    }
}
