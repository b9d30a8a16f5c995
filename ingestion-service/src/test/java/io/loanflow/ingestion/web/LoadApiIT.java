package io.loanflow.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.ingestion.InnoDb;
import io.loanflow.ingestion.LoanFiles;
import io.loanflow.ingestion.WholeServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class LoadApiIT {

    private static final Path FILES = Path.of("target/files");
    private static final String LOADS = "/api/v1/loads";

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper mapper;

    private RestClient client = RestClient.create();

    @BeforeEach
    void connect() throws IOException {
        Files.createDirectories(FILES);
        client = RestClient.create("http://127.0.0.1:" + port);
    }

    @Test
    void anUploadIsLoadedAndShown() throws IOException {
        Path file = LoanFiles.writeWithWrongRows(directory, 200, 2, 101);

        ResponseEntity<String> answer = upload("loan", file);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        JsonNode load = json(answer);
        assertThat(load.path("state").asString()).isEqualTo("COMPLETE");
        assertThat(load.path("fileName").asString())
                .isEqualTo(file.getFileName().toString());
        assertThat(load.path("rowsStored").asLong()).isEqualTo(200);
        assertThat(load.path("rowsQuarantined").asLong()).isEqualTo(2);
        assertThat(load.path("outcome").asString()).isEqualTo("loaded with 2 rows set aside");
        String location = String.valueOf(answer.getHeaders().getLocation());
        assertThat(location).isEqualTo(LOADS + "/" + load.path("id").asLong());
        assertThat(json(get(location))).isEqualTo(load);
        assertThat(json(get(LOADS + "?dataset=loan&size=200")).path("items")).contains(load);
        assertThat(json(get(LOADS + "?dataset=other")).path("totalItems").asLong())
                .isZero();
        try (Stream<Path> uploads = Files.list(FILES.resolve(".uploads"))) {
            assertThat(uploads).isEmpty();
        }
    }

    @Test
    void theSameContentAgainNamesTheFirstLoad() throws IOException {
        Path file = LoanFiles.write(FILES, 50, 102);
        ResponseEntity<String> first = upload("loan", file);

        ResponseEntity<String> second =
                order(Map.of("dataset", "loan", "file", file.getFileName().toString()));

        assertThat(second.getStatusCode().value()).isEqualTo(200);
        assertThat(second.getHeaders().getLocation())
                .isEqualTo(first.getHeaders().getLocation());
        assertThat(json(second)).isEqualTo(json(first));
    }

    @Test
    void withoutAFileTheNewestRealRowsAreNamed() {
        JsonNode sent = json(upload("loan", LoanFiles.write(directory, 40, 118)));

        ResponseEntity<String> answer = order(Map.of("dataset", "loan"));

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(sent);
        assertThat(sent.path("definitionDigest").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void generatedRowsComeToWhoAsksForThem() {
        JsonNode load = json(order(Map.of("dataset", "loan", "synthetic", "true")));

        assertThat(load.path("rowsStored").asLong()).isGreaterThan(44_000);
        assertThat(load.path("origin").asString()).isEqualTo("SYNTHETIC");
        problem(order(Map.of("dataset", "loan", "synthetic", "true", "file", "loans.csv")), 400, "bad-request");
    }

    @Test
    void theDataSetsAreListed() {
        JsonNode datasets = json(get("/api/v1/datasets"));

        assertThat(datasets.valueStream())
                .extracting(dataset -> dataset.path("name").asString())
                .contains("ilpd", "loan", "spotify", "spotify_json");
        assertThat(datasets.valueStream()).noneMatch(dataset -> dataset.has("problem"));
    }

    @Test
    void aPageFarBeyondTheEndIsRefused() {
        for (String path : List.of(LOADS, LOADS + "/1/quarantine")) {
            assertThat(problem(get(path + "?page=2147483647"), 400, "bad-request")
                            .path("detail")
                            .asString())
                    .contains("page");
        }
        assertThat(json(get(LOADS + "?page=1000000&size=200")).path("items")).isEmpty();
    }

    @Test
    void quarantinedRowsComeInPagesAndAsCsv() throws IOException {
        JsonNode load = json(upload("loan", LoanFiles.writeWithWrongRows(directory, 200, 5, 103)));
        String path = LOADS + "/" + load.path("id").asLong() + "/quarantine";

        JsonNode page = json(get(path + "?page=1&size=2"));

        assertThat(page.path("totalItems").asLong()).isEqualTo(5);
        assertThat(page.path("totalPages").asLong()).isEqualTo(3);
        assertThat(page.path("items")).hasSize(2);
        JsonNode third = page.path("items").get(0);
        assertThat(third.path("rowNumber").asLong()).isEqualTo(203);
        assertThat(third.path("column").asString()).isEqualTo("person_age");
        assertThat(third.path("expectation").asString()).isEqualTo("expect_column_values_to_be_between");
        assertThat(third.path("rawRow").asString()).startsWith("144,");
        for (ResponseEntity<String> csv : List.of(get(path + "?format=csv"), get(path, "text/csv"))) {
            assertThat(csv.getHeaders().getContentType()).hasToString("text/csv;charset=UTF-8");
            assertThat(String.valueOf(csv.getBody()).lines())
                    .hasSize(6)
                    .first()
                    .isEqualTo("rowNumber,column,expectation,reason,rawRow");
        }
    }

    @Test
    void theValidationIsJsonForProgramsAndAPageForBrowsers() throws IOException {
        JsonNode load = json(upload("loan", LoanFiles.write(directory, 60, 104)));
        String path = LOADS + "/" + load.path("id").asLong() + "/validation";

        JsonNode validation = json(get(path, "*/*"));
        ResponseEntity<String> page = get(path, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        assertThat(validation.path("statistics").path("evaluated_expectations").asLong())
                .isEqualTo(load.path("expectationsEvaluated").asLong());
        assertThat(page.getHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
        assertThat(page.getBody()).contains("<html").contains("expect_column_values_to_be_between");
    }

    @Test
    void loadsHavePages() throws IOException {
        JsonNode load = json(upload("loan", LoanFiles.writeWithWrongRows(directory, 200, 2, 118)));
        String id = load.path("id").asString();

        assertThat(get("/loads?dataset=loan", "text/html").getBody())
                .contains("<a href=\"/loads/" + id + "\">Load " + id + "</a>", "loaded with 2 rows set aside");
        String page = get("/loads/" + id, "text/html").getBody();
        assertThat(page)
                .contains("Rows set aside", "Stored rows, column by column", "Counts of person_income", "person_gender")
                .contains("/api/v1/loads/" + id + "/validation?format=html");
        // All rows of a column are in its bars.
        assertThat(rows(page, "person_income")).isEqualTo(200);
        assertThat(rows(page, "person_home_ownership")).isEqualTo(200);
        assertThat(get("/loads/987654", "text/html").getStatusCode().value()).isEqualTo(404);
    }

    /** Of the table below a column's bars. */
    private static long rows(String page, String column) {
        String table = page.substring(page.indexOf("Counts of " + column));
        return Pattern.compile("</th><td class=\"number\">([0-9,]+)</td>")
                .matcher(table.substring(0, table.indexOf("</table>")))
                .results()
                .mapToLong(cell -> Long.parseLong(cell.group(1).replace(",", "")))
                .sum();
    }

    @Test
    void theProfileDescribesTheStoredRows() throws IOException {
        JsonNode load = json(upload("loan", LoanFiles.writeWithWrongRows(directory, 200, 2, 117)));

        JsonNode profile = json(get(LOADS + "/" + load.path("id").asLong() + "/profile"));

        assertThat(profile.path("rows").asLong()).isEqualTo(200);
        assertThat(profile.path("columns")).hasSize(14);
        JsonNode age = profile.path("columns").get(0);
        assertThat(age.propertyNames()).containsExactly("column", "missing", "minimum", "maximum", "mean", "deviation");
        assertThat(age.path("maximum").asDouble()).isLessThanOrEqualTo(100);
        JsonNode gender = profile.path("columns").get(1);
        assertThat(gender.propertyNames()).containsExactly("column", "missing", "categories");
        assertThat(gender.at("/categories/female").asLong()
                        + gender.at("/categories/male").asLong())
                .isEqualTo(200);
    }

    @Test
    void aRejectedFileSaysWhyAndItsLoadCanBeLookedAt() throws IOException {
        Path file = LoanFiles.writeWithWrongRows(directory, 100, 50, 105);

        ResponseEntity<String> answer = upload("loan", file);

        JsonNode problem = problem(answer, 422, "file-rejected");
        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        mapper.readTree(LoadAnswers.REJECTED).propertyNames());
        assertThat(problem.path("detail").asString()).contains(file.getFileName() + ": 50 of 150 rows");
        String path = LOADS + "/" + problem.path("loadId").asLong();
        JsonNode load = json(get(path));
        assertThat(load.path("state").asString()).isEqualTo("REJECTED");
        assertThat(load.path("outcome").asString()).startsWith("refused as a whole");
        assertThat(load.path("rowsStored").asLong()).isZero();
        assertThat(json(get(path + "/quarantine")).path("totalItems").asLong()).isEqualTo(50);
        assertThat(json(get(path + "/validation")).path("success").asBoolean()).isFalse();
        assertThat(get(path + "/validation", "text/html").getBody())
                .contains(": refused as a whole", "<b>0</b><span>rows stored</span>", path + "/quarantine?format=csv")
                .doesNotContain(path + "/profile");
        assertThat(problem(get(path + "/profile"), 404, "not-found")
                        .path("detail")
                        .asString())
                .contains("it is REJECTED");
    }

    @Test
    void aFileThatIsNoTableHasNoValidation() throws IOException {
        Path file = Files.writeString(directory.resolve("cats.csv"), "name,lives\nTom,9\n");

        long id = problem(upload("loan", file), 422, "file-rejected")
                .path("loadId")
                .asLong();

        problem(get(LOADS + "/" + id + "/validation"), 404, "not-found");
        problem(get(LOADS + "/" + id + "/validation", "text/html"), 404, "not-found");
    }

    @Test
    void wrongRequestsSayWhatIsWrong() {
        assertThat(problem(order(Map.of("dataset", "cats")), 400, "dataset-invalid")
                        .path("detail")
                        .asString())
                .contains("cats")
                .contains("loan");
        assertThat(problem(order(Map.of("dataset", "loan", "file", "../pom.xml")), 400, "file-unavailable")
                        .path("detail")
                        .asString())
                .contains("../pom.xml");
        assertThat(problem(order(Map.of("file", "loans.csv")), 400, "bad-request")
                        .path("detail")
                        .asString())
                .contains("dataset");
        assertThat(problem(get(LOADS + "?size=0"), 400, "bad-request")
                        .path("detail")
                        .asString())
                .contains("size");
        problem(order(Map.of("dataset", "loan", "fil", "loans.csv")), 400, "bad-request");
        problem(get(LOADS + "/x"), 400, "bad-request");
        problem(get(LOADS + "/999999"), 404, "not-found");
        problem(get(LOADS + "/999999/profile"), 404, "not-found");
        problem(get(LOADS + "/999999/quarantine", "text/csv"), 404, "not-found");
        problem(get("/nothing"), 404, "not-found");
    }

    @Test
    void namesWithInvisibleCharactersAreNamesOfNothing() {
        for (String invisible : List.of("\u0000", "\u200b", "\u202e", "\ud800", "%00", "<b>")) {
            problem(order(Map.of("dataset", "lo" + invisible + "an")), 400, "dataset-invalid");
            problem(order(Map.of("dataset", "loan", "file", "a" + invisible + "b.csv")), 400, "file-unavailable");
            assertThat(json(send(client.get().uri(LOADS + "?dataset={name}", "lo" + invisible + "an")))
                            .path("totalItems")
                            .asLong())
                    .isZero();
        }
    }

    @Test
    void anUploadOverTheLimitIsRefused() throws IOException {
        Path file = LoanFiles.write(directory, 20_000, 106);
        assertThat(Files.size(file)).isGreaterThan(1024 * 1024);

        assertThat(problem(upload("loan", file), 413, "too-large")
                        .path("detail")
                        .asString())
                .contains("LOANFLOW_MAX_UPLOAD");
    }

    @Test
    void theApiIsDescribed() {
        JsonNode document = json(get("/v3/api-docs"));

        assertThat(document.path("paths").propertyNames())
                .contains(LOADS, LOADS + "/{id}", LOADS + "/{id}/quarantine", LOADS + "/{id}/validation");
        assertThat(document.path("components")
                        .path("schemas")
                        .path("Load")
                        .path("properties")
                        .path("fileName")
                        .path("example")
                        .asString())
                .isEqualTo("loan_data.csv");
        JsonNode answers = document.path("paths").path(LOADS).path("post").path("responses");
        assertThat(answers.propertyNames()).contains("200", "201", "400", "409", "413", "422");
        assertThat(answers.path("201").toString()).contains("#/components/schemas/Load");
        assertThat(answers.path("422").toString()).contains("file-rejected", "#/components/schemas/ProblemDocument");
        assertThat(document.at("/components/schemas/ProblemDocument/properties").propertyNames())
                .containsExactly("type", "title", "status", "detail", "instance", "traceId", "loadId");
        assertThat(get("/swagger-ui/index.html").getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void theApiIsDescribedToEachOfManyWhoAskAtOnce() throws InterruptedException, ExecutionException {
        JsonNode alone = json(get("/v3/api-docs"));
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            Callable<ResponseEntity<String>> client = () -> get("/v3/api-docs");
            for (Future<ResponseEntity<String>> answer : clients.invokeAll(Collections.nCopies(8 * 7, client))) {
                assertThat(answer.get().getStatusCode().value()).isEqualTo(200);
                assertThat(json(answer.get())).isEqualTo(alone);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void loadsAreCounted() throws IOException {
        upload("loan", LoanFiles.write(directory, 30, 107));

        assertThat(get("/actuator/prometheus", "text/plain").getBody())
                .contains("loanflow_rows_loaded_total{dataset=\"loan\"}")
                .contains("loanflow_loads_seconds_count{dataset=\"loan\",outcome=\"complete\"}");
        assertThat(json(get("/actuator/health/readiness")).path("status").asString())
                .isEqualTo("UP");
    }

    private JsonNode problem(ResponseEntity<String> answer, int status, String type) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("urn:loanflow:problem:" + type);
        assertThat(answer.getBody()).doesNotContain("Exception");
        return problem;
    }

    private JsonNode json(ResponseEntity<String> answer) {
        return mapper.readTree(String.valueOf(answer.getBody()));
    }

    private ResponseEntity<String> get(String path) {
        return get(path, "application/json");
    }

    private ResponseEntity<String> get(String path, String accept) {
        return send(client.get().uri(path).header(HttpHeaders.ACCEPT, accept));
    }

    private ResponseEntity<String> order(Map<String, String> order) {
        return send(
                client.post().uri(LOADS).contentType(MediaType.APPLICATION_JSON).body(order));
    }

    private ResponseEntity<String> upload(String dataset, Path file) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("dataset", dataset);
        parts.add("file", new FileSystemResource(file));
        return send(client.post()
                .uri(LOADS)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts));
    }

    private static ResponseEntity<String> send(RestClient.RequestHeadersSpec<?> request) {
        ResponseEntity<String> answer = request.exchange((sent, received) -> {
            @Nullable String body = new String(received.getBody().readAllBytes(), StandardCharsets.UTF_8);
            return ResponseEntity.status(received.getStatusCode())
                    .headers(received.getHeaders())
                    .body(body);
        });
        return java.util.Objects.requireNonNull(answer);
    }
}
