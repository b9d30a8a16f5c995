package io.loanflow.serving.web;

import static io.loanflow.serving.fixture.RunningService.JSON;
import static io.loanflow.serving.fixture.RunningService.VALID;
import static io.loanflow.serving.fixture.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MlflowExtension;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The application over HTTP, with a champion from a real registry. */
class ApiIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final String TENANTS = "tenants";

    private static ModelShelf shelf;
    private static RunningService service;

    @BeforeAll
    static void start() {
        shelf = new ModelShelf(MLFLOW.trackingUri());
        shelf.promote(TrainedModel.small(1).folder(DataOrigin.SYNTHETIC));
        ModelShelf tenants = new ModelShelf(MLFLOW.trackingUri(), TENANTS);
        tenants.promote(TrainedModel.ofTenants(1).folder(DataOrigin.FILE));
        service = RunningService.start(
                MLFLOW.trackingUri(),
                shelf.name(),
                "--loanflow.models=" + shelf.name() + "," + TENANTS,
                "--loanflow.limits.max-body=64KB");
        service.awaitReady();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void documentIsOpenApiWhoseReferencesLeadSomewhere() throws IOException {
        String text = service.get("/v3/api-docs").body();
        OpenAPI document = Json31.mapper().readValue(text, OpenAPI.class);

        assertThat(document.getOpenapi()).startsWith("3.1");
        assertThat(document.getPaths())
                .containsKeys(Stream.of("", "/" + TENANTS, "/" + shelf.name())
                        .flatMap(dataset -> Stream.of("/predictions", "/predictions/batch", "/what-if", "/model")
                                .map(path -> "/api/v1" + dataset + path))
                        .toArray(String[]::new))
                .containsKeys("/api/v1/decisions/{id}", "/api/v1/decisions/{id}/replay")
                .containsKeys("/invocations", "/v1/models/{model}:predict", "/v2/models/{model}/infer")
                .containsKeys("/api/v1/predictions/file", "/api/v1/" + TENANTS + "/predictions/file")
                .hasSize(14 + 16 + 3);
        assertThat(document.getPaths().values())
                .flatExtracting(PathItem::readOperations)
                .extracting(Operation::getOperationId)
                .doesNotHaveDuplicates();
        JsonNode tree = JSON.readTree(text);
        List<String> references = references(tree);
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(tree.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    @Test
    void documentIsWholeForEachOfManyWhoAskAtOnce() throws InterruptedException, ExecutionException {
        JsonNode alone = withoutIds(json(service.get("/v3/api-docs")));
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            Callable<HttpResponse<String>> client = () -> service.get("/v3/api-docs");
            for (Future<HttpResponse<String>> answer : clients.invokeAll(Collections.nCopies(8 * 7, client))) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                assertThat(withoutIds(json(answer.get()))).isEqualTo(alone);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void documentDescribesEveryFeatureAndNoOtherColumn() {
        assertThat(json(service.get("/v3/api-docs")).at("/components/schemas/JsonNode/type"))
                .as("a value that what-if changes")
                .hasSize(2);
        JsonNode schema = json(service.get("/v3/api-docs")).at("/components/schemas/" + shelf.name() + "Row");

        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .hasSize(12)
                .containsExactlyInAnyOrderElementsOf(schema.path("properties").propertyNames())
                .doesNotContain("person_gender", "loan_status");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.at("/properties/credit_score/type").asString()).isEqualTo("integer");
        assertThat(schema.at("/properties/credit_score/maximum").asInt()).isEqualTo(850);
        assertThat(schema.at("/properties/person_home_ownership/enum").toString())
                .isEqualTo("[\"RENT\",\"OWN\",\"MORTGAGE\",\"OTHER\"]");
    }

    @Test
    void documentSaysHowManyReasonsCanBeWanted() {
        JsonNode paths = json(service.get("/v3/api-docs")).path("paths");

        for (String path : List.of("/api/v1/predictions", "/api/v1/tenants/predictions/batch")) {
            JsonNode parameters = paths.path(path).at("/post/parameters");
            assertThat(parameters
                            .valueStream()
                            .map(parameter -> parameter.path("name").asString()))
                    .containsExactly("reasons", "Idempotency-Key");
            assertThat(parameters.at("/0/description").asString()).contains("none, or all");
        }
    }

    @Test
    void documentDescribesTheRowsOfEachDataSet() {
        JsonNode document = json(service.get("/v3/api-docs"));
        JsonNode body =
                document.at("/paths/~1api~1v1~1tenants~1predictions/post/requestBody/content/application~1json");

        JsonNode schema = document.at(body.at("/schema/$ref").asString().substring(1));
        assertThat(schema.path("title").asString()).isEqualTo("Flats to let");
        assertThat(schema.path("properties").propertyNames())
                .contains("tenant_age")
                .doesNotContain("person_age");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/predictions, /examples/valid/value, 200, application/json",
        "/api/v1/predictions, /examples/invalid/value, 400, application/problem+json",
        "/api/v1/predictions/batch, /example, 200, application/json",
        "/api/v1/tenants/predictions, /examples/valid/value, 200, application/json",
        "/api/v1/tenants/predictions, /examples/invalid/value, 400, application/problem+json",
        "/api/v1/tenants/predictions/batch, /example, 200, application/json",
    })
    void everyExampleIsAnsweredAsDocumented(String path, String example, String status, String mediaType) {
        JsonNode operation =
                json(service.get("/v3/api-docs")).path("paths").path(path).path("post");
        JsonNode request = operation.at("/requestBody/content/application~1json" + example);
        JsonNode documented = operation
                .path("responses")
                .path(status)
                .path("content")
                .path(mediaType)
                .path("example");

        HttpResponse<String> answer = service.post(path, request.toString());

        assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(status));
        assertThat(withoutIds(json(answer))).isEqualTo(withoutIds(documented));
    }

    @Test
    void exampleOfTheModelIsAValidRow() {
        JsonNode model = json(service.get("/api/v1/model"));

        assertThat(service.post("/api/v1/predictions", model.path("example").toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void swaggerUiOpens() {
        HttpResponse<String> redirect = service.get("/swagger-ui.html");
        String page = redirect.headers().firstValue("Location").orElseThrow();

        assertThat(service.send(service.request(URI.create(page).getPath())).body())
                .contains("swagger-ui-bundle.js");
        assertThat(service.get("/v3/api-docs/swagger-config").statusCode()).isEqualTo(200);
    }

    @Test
    void prometheusSeesPredictionsAndTheChampion() {
        service.predict();
        service.post("/api/v1/predictions", "{}");

        String dataset = "dataset=\"" + shelf.name() + "\"";
        assertThat(service.get("/actuator/prometheus").body())
                .contains(
                        "loanflow_prediction_seconds_bucket{" + dataset + ",le=\"1.0E-4\"}",
                        "loanflow_predictions_total{" + dataset + ",decision=\"approved\"}",
                        "loanflow_predictions_total{" + dataset + ",decision=\"rejected\"}",
                        "loanflow_rows_invalid_total{" + dataset + "}",
                        "loanflow_champion_version{" + dataset + "} 1.0",
                        "loanflow_champion_version{dataset=\"tenants\"} 1.0",
                        "loanflow_champion_switches_total{" + dataset + "} 1.0",
                        "loanflow_champion_refusals_total{" + dataset + "} 0.0",
                        "http_server_requests_seconds_count");
    }

    @Test
    void whatAModelAnswersToWarmUpIsNoPredictionAndForNobodyElse() {
        String before = service.get("/actuator/prometheus").body();
        HttpResponse<String> guess = service.post("/warm-up/guess", VALID);

        assertThat(before).contains("outcome=\"SUCCESS\",status=\"200\",uri=\"/warm-up/{token}\"");
        assertThat(total(before, "loanflow_predictions_total{dataset=\"tenants\""))
                .isLessThan(20);
        assertThat(guess.statusCode()).isEqualTo(404);
        assertThat(json(guess).path("type").asString()).isEqualTo("urn:loanflow:problem:not-found");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItsLengthIsToldOrNot() {
        String large = " ".repeat(65 * 1024) + VALID;

        assertThat(service.post("/api/v1/predictions", large).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = service.send(service.request("/api/v1/predictions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(json(chunked).path("detail").asString())
                .isEqualTo("The body is larger than 65536 bytes; send less, or raise LOANFLOW_MAX_BODY.");
    }

    @Test
    void aBrokenChunkedBodyIsTheClientsFault() throws IOException {
        String answer =
                exchange("POST /api/v1/predictions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nnonsense\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%00 HTTP/1.1",
                "GET /api/v1/|{} HTTP/1.1",
                "POST /api/v1/predictions/../../../etc/passwd HTTP/1.1",
                "NONSENSE / HTTP/1.1",
            })
    void requestsThatAreNotHttpGetNoStackTrace(String line) throws IOException {
        assertThat(exchange(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Exception", "\tat ");
    }

    private static double total(String meters, String name) {
        return meters.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String exchange(String request) throws IOException {
        URI base = URI.create(service.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> references(JsonNode node) {
        List<String> references = new ArrayList<>();
        node.findValues("$ref").forEach(reference -> references.add(reference.asString()));
        return references;
    }

    private static JsonNode withoutIds(JsonNode node) {
        for (String id : List.of("decisionId", "traceId")) {
            for (JsonNode parent : node.findParents(id)) {
                ((ObjectNode) parent).remove(id);
            }
        }
        return node;
    }
}
