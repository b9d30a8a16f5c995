package io.loanflow.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.monitoring.fixture.Population;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class ServiceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Test
    void theServiceIsReadyOnAnEmptyDatabase() throws Exception {
        assertThat(get("/actuator/health/readiness").body()).contains("\"UP\"");
        assertThat(get("/v3/api-docs").body()).contains("recordOutcomes", "judgeWindows");
        assertThat(get("/api/v1/windows?dataset=none").body()).isEqualTo("[]");
        assertThat(get("/api/v1/windows/987654").statusCode()).isEqualTo(404);
        assertThat(get("/watch?dataset=none").body())
                .contains("Watch of data set none", "No window has been judged yet");
    }

    @Test
    void outcomesAreTakenOnceAndCorrected() throws Exception {
        List<String> ids = decisions();
        String one = outcome(ids.get(0), "1", "2026-04-01T00:00:00Z");

        assertThat(post("application/json", one).body()).contains("\"recorded\":1", "\"corrections\":0");
        assertThat(post("application/json", one).body()).contains("\"recorded\":0", "\"known\":1");
        assertThat(post("application/json", "[" + outcome(ids.get(0), "0", "2026-05-01T00:00:00Z") + "]")
                        .body())
                .contains("\"recorded\":1", "\"corrections\":1");
        assertThat(post("text/csv", "decisionId,label,observedAt\n" + ids.get(1) + ",1,2026-04-01T00:00:00+02:00\n")
                        .body())
                .contains("\"recorded\":1");
        JsonNode history = JSON.readTree(get("/api/v1/outcomes/" + ids.get(0)).body());
        assertThat(history.valueStream().map(said -> said.path("label").asString()))
                .containsExactly("1", "0");
    }

    @Test
    void whatCannotBeTakenIsRefusedWithItsPlaceAndNothingIsTaken() throws Exception {
        List<String> ids = decisions();
        String unknown = "00000000-0000-7000-8000-000000000000";
        HttpResponse<String> answer = post(
                "application/json",
                "["
                        + String.join(
                                ",",
                                outcome(ids.get(0), "1", "2026-04-01T00:00:00Z"),
                                outcome(unknown, "1", "2026-04-01T00:00:00Z"),
                                outcome(ids.get(1), "maybe", "2026-04-01T00:00:00Z"),
                                outcome(ids.get(2), "1", "2999-01-01T00:00:00Z"),
                                outcome(ids.get(3), "1", "2020-01-01T00:00:00Z"))
                        + "]");

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problems = JSON.readTree(answer.body()).path("problems");
        assertThat(problems.valueStream().map(problem -> problem.path("place").asString()))
                .containsExactly("/1/decisionId", "/2/label", "/3/observedAt", "/4/observedAt");
        assertThat(get("/api/v1/outcomes/" + ids.get(0)).statusCode()).isEqualTo(404);
        assertThat(post("application/json", "[{}, 3, {\"decisionId\": \"x\", \"extra\": 1}]")
                        .body())
                .contains("\"/0/decisionId\"", "\"/1\"", "\"/2/decisionId\"", "no outcome has");
        assertThat(post("text/csv", "a,b\n1,2\n").statusCode()).isEqualTo(422);
        assertThat(post("text/plain", "x").statusCode()).isEqualTo(415);
        assertThat(post("application/json", "{").statusCode()).isEqualTo(400);
    }

    @Test
    void decisionsAreFoundByTimeAndById() throws Exception {
        List<String> ids = decisions().stream().sorted().toList();

        assertThat(get("/decisions").body()).contains(ids).contains("approved").doesNotContain("There are none.");
        assertThat(get("/decisions?until=2001-01-01T00:00").body()).contains("There are none.");
        assertThat(get("/decisions?before=" + ids.get(3)).body())
                .contains(ids.get(2))
                .doesNotContain(ids.get(3));
        assertThat(get("/decisions?until=yesterday").statusCode()).isEqualTo(422);
        HttpResponse<String> found = get("/decisions?id=%20" + ids.get(0) + "&until=&dataset=loan");
        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(found.headers().firstValue("Location")).contains("/decisions/" + ids.get(0));
        assertThat(get("/decisions/" + ids.get(0)).body())
                .contains("Decision " + ids.get(0), "The record as it came", "Nobody has said yet.")
                .contains("http://127.0.0.1:8080/replays/" + ids.get(0));
        assertThat(get("/decisions/00000000-0000-7000-8000-000000000000").statusCode())
                .isEqualTo(404);
        assertThat(get("/decisions/nothing").statusCode()).isEqualTo(404);
    }

    private List<String> decisions() throws Exception {
        Population population = new Population(database, TableEngine.INNODB);
        population.clear();
        return population.decide(1, Population.BEGIN, 5, 1);
    }

    private static String outcome(String id, String label, String observedAt) {
        return "{\"decisionId\": \"" + id + "\", \"label\": \"" + label + "\", \"observedAt\": \"" + observedAt + "\"}";
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)));
    }

    private HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address("/api/v1/outcomes?dataset=loan"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
