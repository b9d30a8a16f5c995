package io.loanflow.serving.protocol;

import static io.loanflow.serving.fixture.RunningService.JSON;
import static io.loanflow.serving.fixture.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.localservers.PythonTools;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MlflowExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The doors of other software, with a champion from a real registry. */
class DoorsIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final List<LoanRow> ROWS = LoanRows.madeUp(7, 11);
    private static final List<Column> FEATURES = LoanDefinition.DEFINITION.features();
    private static final List<String> NAMES =
            FEATURES.stream().map(Column::name).toList();

    @TempDir
    private static Path journal;

    private static ModelShelf shelf;
    private static RunningService service;

    @BeforeAll
    static void start() {
        shelf = new ModelShelf(MLFLOW.trackingUri());
        shelf.promote(TrainedModel.small(1).folder(DataOrigin.FILE));
        service = RunningService.start(
                MLFLOW.trackingUri(), shelf.name(), "--loanflow.decisions.journal-directory=" + journal);
        service.awaitReady();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25%F4%81%A6%96%C2%BC%C2%ABPH", "%25", "%2525", "100%25x", "%F4%81%A6%96"})
    void aModelOfAnyNameIsLookedFor(String name) {
        assertThat(service.post("/v1/models/" + name + ":predict", "{}").statusCode())
                .isEqualTo(404);
    }

    private static List<ObjectNode> objects() {
        return ROWS.stream().map(row -> row.json(LoanDefinition.DEFINITION)).toList();
    }

    private static List<JsonNode> column(String name) {
        return objects().stream().map(row -> row.path(name)).toList();
    }

    private static ArrayNode arrays() {
        ArrayNode rows = JSON.createArrayNode();
        objects().forEach(row -> rows.addArray().addAll(row.values().stream().toList()));
        return rows;
    }

    /** What the service's own address says of the rows. */
    private static List<Double> expected() {
        JsonNode answer =
                json(service.post("/api/v1/predictions/batch", JSON.writeValueAsString(Map.of("rows", objects()))));
        return answer.path("answers")
                .valueStream()
                .map(one -> one.at("/prediction/probability").doubleValue())
                .toList();
    }

    private static String model() {
        return "/v2/models/" + shelf.name();
    }

    private static void assertSame(HttpResponse<String> answer, String rows, String probability) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer)
                        .at(rows)
                        .valueStream()
                        .map(one -> one.at(probability).doubleValue()))
                .as(answer.body())
                .isEqualTo(expected());
    }

    @Test
    void mlflowAndKserveSayOfTheSameRowsTheSame() {
        ObjectNode columns = JSON.createObjectNode();
        NAMES.forEach(name -> columns.putArray(name).addAll(column(name)));
        for (Map.Entry<String, Object> shape : Map.of(
                        "dataframe_records", objects(),
                        "instances", objects(),
                        "inputs", columns,
                        "dataframe_split", Map.of("columns", NAMES, "data", arrays()))
                .entrySet()) {
            String body = JSON.writeValueAsString(Map.of(shape.getKey(), shape.getValue()));
            assertSame(service.post("/invocations", body), "/predictions", "/probability");
            if (!shape.getKey().startsWith("dataframe")) {
                assertSame(
                        service.post("/v1/models/" + shelf.name() + ":predict", body), "/predictions", "/probability");
            }
        }
        assertSame(
                service.post("/invocations", JSON.writeValueAsString(Map.of("instances", arrays()))),
                "/predictions",
                "/probability");
    }

    @Test
    void csvSaysOfTheSameRowsTheSame() {
        String csv = objects().stream()
                .map(row -> row.values().stream().map(JsonNode::asString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "\uFEFF" + String.join(",", NAMES) + "\n", "\n"));

        assertSame(
                service.send(service.request("/invocations")
                        .header("Content-Type", "text/csv; charset=utf-8")
                        .POST(BodyPublishers.ofString(csv))),
                "/predictions",
                "/probability");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "person_age,loan_amnt;30; | row 0 has 1 values for 2 columns",
                "person_age;30;30,1; | row 1 has 2 values for 1 columns",
                "person_age;\"30; | cannot be read as CSV",
            })
    void csvThatIsNoTableIsToldWhatIsWrong(String lines, String told) {
        HttpResponse<String> answer = service.send(service.request("/invocations")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(lines.replace(';', '\n'))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).contains(told);
    }

    /** Another text for what cannot be read would be another category. */
    @Test
    void textsThatAreNotInUtf8AreRefused() {
        HttpResponse<String> csv = service.send(service.request("/invocations")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("person_home_ownership\nM\u00fcnchen\n", StandardCharsets.ISO_8859_1)));
        byte[] json = ("{\"inputs\":[{\"name\":\"person_home_ownership\",\"datatype\":\"BYTES\",\"shape\":[1],"
                        + "\"parameters\":{\"binary_data_size\":5}}]}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(json, json.length + 5);
        body[json.length] = 1;
        body[json.length + 4] = (byte) 0xFC;
        HttpResponse<String> tensor = service.send(service.request(model() + "/infer")
                .header("Inference-Header-Content-Length", Integer.toString(json.length))
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(400);
        assertThat(json(csv).path("error").asString()).contains("is not in UTF-8");
        assertThat(tensor.statusCode()).as(tensor.body()).isEqualTo(400);
        assertThat(json(tensor).path("error").asString()).contains("/inputs/0 has a text that is not in UTF-8");
    }

    /** Else it would be forgotten, and the rows be decided about twice. */
    @Test
    void aKeyThatNobodyRemembersIsRefused() {
        double before = service.predictions();
        String rows = JSON.writeValueAsString(Map.of("instances", objects()));

        for (String door : List.of("/invocations", "/v1/models/" + shelf.name() + ":predict", model() + "/infer")) {
            HttpResponse<String> answer = service.send(service.request(door)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "7")
                    .POST(BodyPublishers.ofString(rows)));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(json(answer).path("type").asString()).isEqualTo("urn:loanflow:problem:key-invalid");
            assertThat(json(answer).path("error").asString()).contains("leave Idempotency-Key out");
        }
        assertThat(service.predictions()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTensorForEachColumnSaysTheSame(boolean nested) {
        HttpResponse<String> answer =
                service.post(model() + "/infer", tensors(nested).toString());

        assertThat(json(answer).path("id").asString()).isEqualTo("42");
        assertThat(json(answer).path("model_version").asString()).isEqualTo("1");
        assertThat(json(answer).at("/outputs/1/data").valueStream().map(JsonNode::doubleValue))
                .as(answer.body())
                .isEqualTo(expected());
        assertThat(json(answer).at("/outputs/0/shape").toString()).isEqualTo("[7]");
        assertThat(service.post(model() + "/versions/1/infer", tensors(nested).toString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static ObjectNode tensors(boolean nested) {
        ObjectNode request = JSON.createObjectNode().put("id", "42");
        ArrayNode inputs = request.putArray("inputs");
        for (Column column : FEATURES) {
            ObjectNode input = inputs.addObject()
                    .put("name", column.name())
                    .put("datatype", column.type().isNumeric() ? "FP64" : "BYTES");
            ArrayNode shape = input.putArray("shape").add(ROWS.size());
            ArrayNode data = input.putArray("data");
            if (nested) {
                shape.add(1);
                column(column.name()).forEach(value -> data.addArray().add(value));
            } else {
                data.addAll(column(column.name()));
            }
        }
        return request;
    }

    @Test
    void oneTensorOfTextsSaysTheSame() {
        ObjectNode request = JSON.createObjectNode();
        ObjectNode input =
                request.putArray("inputs").addObject().put("name", "rows").put("datatype", "BYTES");
        input.putArray("shape").add(ROWS.size()).add(NAMES.size());
        ArrayNode data = input.putArray("data");
        arrays().forEach(row -> row.forEach(value -> data.add(value.asString())));
        request.putArray("outputs").addObject().put("name", "probability");

        HttpResponse<String> answer = service.post(model() + "/infer", request.toString());

        assertThat(json(answer).path("outputs")).hasSize(1);
        assertThat(json(answer).has("id")).isFalse();
        assertThat(json(answer).at("/outputs/0/data").valueStream().map(JsonNode::doubleValue))
                .as(answer.body())
                .isEqualTo(expected());
    }

    @Test
    void valuesBehindTheJsonSayTheSame() {
        ByteBuffer values = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        ObjectNode request = tensors(false);
        for (JsonNode input : request.path("inputs")) {
            int start = values.position();
            for (JsonNode value : input.path("data")) {
                if (value.isString()) {
                    byte[] text = value.asString().getBytes(StandardCharsets.UTF_8);
                    values.putInt(text.length).put(text);
                } else {
                    values.putDouble(value.doubleValue());
                }
            }
            ((ObjectNode) input).remove("data");
            ((ObjectNode) input).putObject("parameters").put("binary_data_size", values.position() - start);
        }
        byte[] json = request.toString().getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(json, json.length + values.position());
        System.arraycopy(values.array(), 0, body, json.length, values.position());

        HttpResponse<String> answer = service.send(service.request(model() + "/infer")
                .header("Content-Type", "application/octet-stream")
                .header("Inference-Header-Content-Length", Integer.toString(json.length))
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(json(answer).at("/outputs/1/data").valueStream().map(JsonNode::doubleValue))
                .as(answer.body())
                .isEqualTo(expected());
    }

    @Test
    void everyDoorRemembersItsDecisions() {
        List<String> ids = new ArrayList<>();
        String records = JSON.writeValueAsString(Map.of("instances", objects()));
        json(service.post("/invocations", records))
                .path("predictions")
                .forEach(one -> ids.add(one.path("decision_id").asString()));
        json(service.post("/v1/models/" + shelf.name() + ":predict", records))
                .path("predictions")
                .forEach(one -> ids.add(one.path("decision_id").asString()));
        json(service.post(model() + "/infer", tensors(true).toString()))
                .at("/outputs/2/data")
                .forEach(id -> ids.add(id.asString()));

        assertThat(ids).hasSize(3 * ROWS.size()).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, ids.size())).allSatisfy(i -> {
            JsonNode decision = json(service.get("/api/v1/decisions/" + ids.get(i)));
            assertThat(decision.path("record"))
                    .as(ids.get(i))
                    .isEqualTo(objects().get(i % ROWS.size()));
        });
    }

    @Test
    void aWrongRowIsNamedAndNothingIsRemembered() {
        double before = service.predictions();
        ArrayNode rows = JSON.createArrayNode().addAll(objects());
        ((ObjectNode) rows.get(2)).put("person_age", 7);
        ((ObjectNode) rows.get(5)).put("loan_intent", "BOAT");
        String body = "{\"instances\": " + rows + "}";

        for (String door : List.of("/invocations", "/v1/models/" + shelf.name() + ":predict")) {
            HttpResponse<String> answer = service.post(door, body);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("error").asString())
                    .startsWith("2 problems, see errors. /rows/2/person_age must be a number from 18 to 100 (years); "
                            + "/rows/5/loan_intent must be one of PERSONAL")
                    .doesNotContain("BOAT");
            assertThat(json(answer).path("errors")).hasSize(2);
        }
        assertThat(service.predictions()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v2/models/MODEL/infer | {} | /inputs must be an array",
                "/v2/models/MODEL/infer | {\"inputs\":[]} | /inputs must be an array",
                "/v2/models/MODEL/infer | [] | must be a JSON object",
                "/v2/models/MODEL/infer | {\"inputs\":[1]} | /inputs/0/name must be a text",
                "/v2/models/MODEL/infer | {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP8\"}]} | /inputs/0/datatype must be one of",
                "/v2/models/MODEL/infer | {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP64\",\"shape\":[-1],\"data\":[]}]} | /inputs/0/shape must be",
                "/v2/models/MODEL/infer | {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP64\",\"shape\":[2],\"data\":[1]}]} | has 1 values, which is not the product",
                "/v2/models/MODEL/infer | {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP64\",\"shape\":[1,2],\"data\":[1,2]}]} | /inputs/0/shape must be [rows]",
                "/v2/models/MODEL/infer | {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP64\",\"shape\":[1],\"data\":[1]}],\"outputs\":[{\"name\":\"x\"}]} | /outputs/0/name must be one of decision",
                "/v2/models/MODEL/infer | {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP64\",\"shape\":[1],\"data\":[1]}]} | /rows/0/a is not a column of the data set",
                "/v2/models/MODEL/infer | {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP64\",\"shape\":[1],\"parameters\":{\"binary_data_size\":8}}]} | is more than the bytes behind the JSON",
                "/v2/models/MODEL/infer | {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP64\",\"shape\":[1],\"parameters\":{\"binary_data_size\":99999999999999999999}}]} | is more than the bytes behind the JSON",
                "/v2/models/MODEL/infer | nonsense | is not JSON",
                "/invocations | {\"dataframe_split\":{}} | /dataframe_split/columns must be an array",
                "/invocations | {\"dataframe_split\":{\"columns\":[\"a\"],\"data\":[[1,2]]}} | /dataframe_split/data/0 must be an array of 1 values: a",
                "/invocations | {\"instances\":1} | /instances must be an array of rows",
                "/invocations | {\"instances\":[1]} | must be a JSON object with one property",
                "/invocations | {\"inputs\":{\"a\":[1],\"b\":[1,2]}} | /inputs/a has 1 values where another column has 2",
                "/invocations | {\"instances\":[],\"inputs\":[]} | must have exactly one of",
                "/invocations | {} | must have exactly one of",
                "/v1/models/MODEL:predict | {\"dataframe_records\":[]} | must have exactly one of inputs, instances",
            })
    void wrongRequestsAreToldWhatIsWrong(String address, String body, String told) {
        HttpResponse<String> answer = service.post(address.replace("MODEL", shelf.name()), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).contains(told);
    }

    @Test
    void whatIsNotServedIsNotThere() {
        for (String address :
                List.of("/v2/models/boats", "/v2/models/boats/ready", "/v1/models/boats", model() + "/versions/2")) {
            HttpResponse<String> answer = service.get(address);

            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(json(answer).path("error").asString()).isNotEmpty();
        }
        assertThat(json(service.get(model() + "/versions/2")).path("error").asString())
                .contains("version 1 is, and an address without a version asks it");
    }

    @Test
    void tooManyRowsAreRefused() {
        String many = "{\"inputs\": {\"person_age\": [" + "30,".repeat(10_000) + "30]}}";

        HttpResponse<String> answer = service.post("/invocations", many);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("error").asString()).contains("more than 10000 rows");
        assertThat(service.send(service.request("/invocations")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("person_age\n" + "30\n".repeat(10_001))))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void metadataIsTheDefinitions() {
        JsonNode metadata = json(service.get(model()));

        assertThat(metadata.path("versions").toString()).isEqualTo("[\"1\"]");
        assertThat(metadata.path("inputs")
                        .valueStream()
                        .map(input -> input.path("name").asString()))
                .isEqualTo(NAMES);
        assertThat(metadata.at("/inputs/0").toString())
                .isEqualTo("{\"name\":\"person_age\",\"datatype\":\"FP64\",\"shape\":[-1]}");
        assertThat(json(service.get("/v2")).path("name").asString()).isEqualTo("loanflow");
        assertThat(json(service.get("/v2/health/live")).path("live").asBoolean(false))
                .isTrue();
        assertThat(json(service.get("/v2/health/ready")).path("ready").asBoolean(false))
                .isTrue();
        assertThat(json(service.get(model() + "/ready")).path("ready").asBoolean(false))
                .isTrue();
        assertThat(json(service.get("/v1/models")).path("models").toString()).contains(shelf.name());
        assertThat(json(service.get("/v1/models/" + shelf.name())).path("ready").asBoolean(false))
                .isTrue();
        assertThat(service.get("/ping").body()).isEqualTo("\n");
        assertThat(service.get("/health").statusCode()).isEqualTo(200);
        assertThat(service.get("/version").body()).isNotBlank();
    }

    @Test
    void whatIsAboutPersonsIsNotStoredOnTheWay() {
        HttpResponse<String> answer =
                service.post("/invocations", JSON.writeValueAsString(Map.of("instances", objects())));

        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    /** With the Python that MLflow runs on here. */
    @Test
    void mlflowsOwnClientIsAnswered(@TempDir Path directory) throws IOException, InterruptedException {
        Path log = directory.resolve("client.log");
        URI base = URI.create(service.base());
        Process client = new ProcessBuilder(
                        PythonTools.python().toString(),
                        Path.of("src/test/resources/clients/mlflow_client.py")
                                .toAbsolutePath()
                                .toString(),
                        base.getHost(),
                        Integer.toString(base.getPort()),
                        JSON.writeValueAsString(objects()),
                        JSON.writeValueAsString(expected()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        int code = client.waitFor();
        assertThat(code).as(Files.readString(log)).isZero();
    }
}
