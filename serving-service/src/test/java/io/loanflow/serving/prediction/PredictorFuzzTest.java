package io.loanflow.serving.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.TrainedModel;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, the answer is a prediction or a refusal that can be written as JSON: never a failure. */
class PredictorFuzzTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Predictor PREDICTOR =
            PredictorFixture.predictor(TrainedModel.small(1).folder(DataOrigin.FILE));
    private static final List<String> NAMES =
            LoanDefinition.DEFINITION.columns().stream().map(Column::name).toList();

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyJsonIsAnsweredOrRefused(@ForAll("json") String json) {
        assertAnsweredOrRefused(
                json.getBytes(UTF_8),
                body -> PREDICTOR.predict(new PredictionRequest(null, body, WantedReasons.STANDARD, null)));
        assertAnsweredOrRefused(
                json.getBytes(UTF_8),
                body -> PREDICTOR.predictBatch(new PredictionRequest(null, body, WantedReasons.STANDARD, null)));
        assertAnsweredOrRefused(
                ("{\"rows\": [" + json + "]}").getBytes(UTF_8),
                body -> PREDICTOR.predictBatch(new PredictionRequest(null, body, WantedReasons.STANDARD, null)));
    }

    @Property(tries = 500)
    void anyBytesAreAnsweredOrRefused(@ForAll byte[] body) {
        assertAnsweredOrRefused(
                body, bytes -> PREDICTOR.predict(new PredictionRequest(null, bytes, WantedReasons.STANDARD, null)));
        assertAnsweredOrRefused(
                body,
                bytes -> PREDICTOR.predictBatch(new PredictionRequest(null, bytes, WantedReasons.STANDARD, null)));
    }

    private static void assertAnsweredOrRefused(byte[] body, Function<byte[], Object> call) {
        try {
            assertThat(MAPPER.writeValueAsBytes(call.apply(body))).isNotEmpty();
        } catch (InvalidRequestException e) {
            assertThat(e.problems()).isNotEmpty();
            assertThat(MAPPER.writeValueAsBytes(e.problems())).isNotEmpty();
        } catch (MalformedJsonException | BatchTooLongException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> json() {
        return json(3);
    }

    private static Arbitrary<String> json(int depth) {
        if (depth == 0) {
            return scalar();
        }
        Arbitrary<String> inner = json(depth - 1);
        return Arbitraries.oneOf(scalar(), array(inner), object(inner), object(inner));
    }

    private static Arbitrary<String> scalar() {
        return Arbitraries.oneOf(
                Arbitraries.of("null", "true", "false", "-0", "1e400", "-1e-400", "1e999999999", "{}", "[]"),
                Arbitraries.doubles().map(number -> Double.toString(number)),
                Arbitraries.bigIntegers().map(Object::toString),
                text());
    }

    /** Written by hand, so that half a character gets in as an escape. */
    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(NAMES).map(name -> '"' + name + '"'),
                Arbitraries.of("RENT", "High School", "No", "1", "applications").map(name -> '"' + name + '"'),
                Arbitraries.chars()
                        .list()
                        .ofMaxSize(100)
                        .map(characters -> characters.stream()
                                .map(character -> "\\u%04x".formatted((int) character))
                                .collect(Collectors.joining("", "\"", "\""))));
    }

    private static Arbitrary<String> array(Arbitrary<String> inner) {
        return inner.list().ofMaxSize(6).map(items -> "[" + String.join(", ", items) + "]");
    }

    private static Arbitrary<String> object(Arbitrary<String> inner) {
        return Combinators.combine(text(), inner)
                .as((name, value) -> name + ": " + value)
                .list()
                .ofMaxSize(20)
                .map(properties -> "{" + String.join(", ", properties) + "}");
    }
}
