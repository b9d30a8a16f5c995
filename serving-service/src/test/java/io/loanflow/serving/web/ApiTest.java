package io.loanflow.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.ChampionFixture;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.WarmUp;
import io.loanflow.serving.decision.DecisionJournal;
import io.loanflow.serving.decision.RepeatedRequests;
import io.loanflow.serving.fixture.Golden;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.TenantDefinition;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.serving.prediction.Predictor;
import io.loanflow.serving.prediction.PredictorFixture;
import io.loanflow.serving.whatif.WhatIfSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What clients see, to the letter. */
@WebMvcTest(
        controllers = {
            PredictionController.class,
            WhatIfController.class,
            ModelController.class,
            WarmUpController.class,
            NoOpController.class
        },
        properties = "spring.main.banner-mode=off")
@Import(RequestKeys.class)
class ApiTest {

    private static final String PATH = "/api/v1/predictions";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VALID =
            LoanRows.undecided().json(LoanDefinition.DEFINITION).toString();
    private static final ModelFolder FOLDER = TrainedModel.small(1).folder(DataOrigin.FILE);
    private static final ModelFolder TENANTS = TrainedModel.ofTenants(1).folder(DataOrigin.FILE);
    private static final ModelFolder EXPLAINED = TrainedModel.explained(1).folder(DataOrigin.FILE);
    private static final String REJECTED =
            LoanRows.madeUp(1, 5).get(0).json(LoanDefinition.DEFINITION).toString();
    private static final ModelFolder SYNTHETIC = TrainedModel.small(1).folder(DataOrigin.SYNTHETIC);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Champions champions;

    @BeforeEach
    void serve() {
        ChampionFixture.serve(champions.follow("loan"), FOLDER, 3, "0f5e");
    }

    @Test
    void prediction() {
        assertAnswer(post(PATH, VALID), 200, "prediction.json");
    }

    @Test
    void predictionOfASyntheticModel() {
        ChampionFixture.serve(champions.follow("loan"), SYNTHETIC, 3, "0f5e");

        assertAnswer(post(PATH, VALID), 200, "prediction-synthetic.json");
    }

    @Test
    void predictionWithContributions() {
        ChampionFixture.serve(champions.follow("loan"), EXPLAINED, 3, "0f5e");

        assertAnswer(post(PATH + "?reasons=all", REJECTED), 200, "prediction-reasons.json");
    }

    @Test
    void whatIf() {
        ChampionFixture.serve(champions.follow("loan"), EXPLAINED, 3, "0f5e");

        assertThat(post("/api/v1/loan/what-if", REJECTED))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.decision", decision -> assertThat(decision).isEqualTo("rejected"))
                .hasPathSatisfying(
                        "$.otherDecision", decision -> assertThat(decision).isEqualTo("approved"))
                .hasPathSatisfying(
                        "$.columns.length()", columns -> assertThat(columns).isEqualTo(6));
    }

    @Test
    void theAlternativesOfWhatIfArePredictedAsItSays() {
        ChampionFixture.serve(champions.follow("loan"), EXPLAINED, 3, "0f5e");
        int alternatives = 0;
        for (LoanRow row : LoanRows.madeUp(40, 5)) {
            ObjectNode asked = row.json(LoanDefinition.DEFINITION);
            JsonNode answer = JSON.readTree(body(post("/api/v1/what-if", asked.toString())));
            for (JsonNode alternative : answer.path("alternatives")) {
                ObjectNode changed = asked.deepCopy();
                alternative
                        .path("changes")
                        .forEach(change -> changed.set(change.path("column").asString(), change.path("to")));
                JsonNode predicted = JSON.readTree(body(post(PATH + "?reasons=none", changed.toString())));
                assertThat(predicted.path("decision")).isEqualTo(answer.path("otherDecision"));
                assertThat(predicted.path("probability")).isEqualTo(alternative.path("probability"));
                alternatives++;
            }
        }
        assertThat(alternatives).isPositive();
    }

    @Test
    void whatIfOfNamedColumnsOnly() {
        ChampionFixture.serve(champions.follow("loan"), EXPLAINED, 3, "0f5e");

        assertThat(post("/api/v1/what-if?columns=credit_score", REJECTED))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.columns.length()", columns -> assertThat(columns).isEqualTo(1));
        assertThat(post("/api/v1/what-if?columns=person_age", REJECTED))
                .hasStatus(400)
                .bodyText()
                .contains("person_income");
        assertThat(post("/api/v1/what-if", "{}")).hasStatus(400);
    }

    /** Its folder is of before there were reasons. */
    @Test
    void whatIfOfAModelThatCannotTell() {
        assertThat(post("/api/v1/what-if", VALID))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.columns.length()", columns -> assertThat(columns).isEqualTo(0));
    }

    @Test
    void anUnknownNumberOfReasons() {
        assertProblem(post(PATH + "?reasons=some", VALID), 400, "unknown-reasons.json");
    }

    @Test
    void batch() {
        assertAnswer(post(PATH + "/batch", "{\"rows\": [" + VALID + ", {\"person_age\": 7}]}"), 200, "batch.json");
    }

    @Test
    void modelInService() {
        assertAnswer(mvc.get().uri("/api/v1/model").exchange(), 200, "model.json");
    }

    @Test
    void invalidRow() {
        String wrong = VALID.replaceFirst("\"person_age\":[0-9.]+", "\"person_age\":\"44\",\"person_gender\":\"male\"");

        assertProblem(post(PATH, wrong), 400, "invalid-request.json");
    }

    @Test
    void malformedJson() {
        assertProblem(post(PATH, "{\"person_age\": }"), 400, "malformed-json.json");
    }

    @Test
    void batchOverTheLimit() {
        assertProblem(post(PATH + "/batch", "{\"rows\": [1, 2, 3, 4, 5, 6]}"), 413, "batch-too-long.json");
    }

    @Test
    void anotherMediaType() {
        MvcTestResult result = mvc.post()
                .uri(PATH)
                .contentType(MediaType.TEXT_PLAIN)
                .content(VALID)
                .exchange();

        assertProblem(result, 415, "unsupported-media-type.json");
        assertThat(mvc.post().uri(PATH).content(VALID)).hasStatus(415);
    }

    @Test
    void anotherMethod() {
        assertProblem(mvc.get().uri(PATH).exchange(), 405, "method-not-allowed.json");
        assertThat(mvc.method(HttpMethod.DELETE).uri(PATH)).hasHeader("Allow", "POST");
    }

    @Test
    void anotherDataSet() {
        ChampionFixture.serve(champions.follow("tenants"), TENANTS, 1, "7a");
        String tenant = LoanRows.undecided().json(TenantDefinition.DEFINITION).toString();

        assertAnswer(post("/api/v1/tenants/predictions", tenant), 200, "prediction-tenants.json");
        assertAnswer(post("/api/v1/loan/predictions", VALID), 200, "prediction.json");
        assertThat(post("/api/v1/tenants/predictions", VALID)).hasStatus(400);
        assertThat(mvc.get().uri("/api/v1/tenants/model"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Flats to let");
    }

    @Test
    void aDataSetThatIsNotServed() {
        ChampionFixture.serve(champions.follow("tenants"), TENANTS, 1, "7a");

        assertProblem(post("/api/v1/heart/predictions", VALID), 404, "unknown-dataset.json");
        assertThat(post("/api/v1/heart/predictions/batch", VALID)).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/heart/model")).hasStatus(404);
    }

    @Test
    void aDataSetWithoutChampion() {
        ChampionFixture.serve(champions.follow("tenants"), TENANTS, 1, "7a");
        champions.follow("waiting");

        assertThat(post("/api/v1/waiting/predictions", VALID)).hasStatus(503).hasHeader("Retry-After", "2");
    }

    @Test
    void anotherAddress() {
        assertProblem(mvc.get().uri("/api/v1/nothing").exchange(), 404, "not-found.json");
    }

    @Test
    void anotherAnswerThanJson() {
        MvcTestResult result = mvc.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.TEXT_HTML)
                .content(VALID)
                .exchange();

        assertProblem(result, 406, "not-acceptable.json");
    }

    @Test
    void theNoOpIsThereForBenchmarksOnly() {
        assertThat(post("/api/v1/noop", "{}")).hasStatus(404);
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertAnswer(MvcTestResult result, int status, String golden) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_JSON);
        Golden.assertMatches(golden, body(result));
    }

    private static void assertProblem(MvcTestResult result, int status, String golden) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Golden.assertMatches(golden, body(result));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestConfiguration
    @EnableConfigurationProperties(ServingSettings.class)
    @Import(WhatIfSearch.class)
    static class Beans {

        @Bean
        Champions champions() {
            return new Champions(PredictorFixture.SETTINGS);
        }

        @Bean
        WarmUp warmUp() {
            return ChampionFixture.warmUp(PredictorFixture.SETTINGS);
        }

        @Bean
        RepeatedRequests requests() {
            return new RepeatedRequests(new DecisionJournal(PredictorFixture.SETTINGS));
        }

        @Bean
        Predictor predictor(Champions champions) {
            return PredictorFixture.predictor(champions, new SimpleMeterRegistry());
        }
    }
}
