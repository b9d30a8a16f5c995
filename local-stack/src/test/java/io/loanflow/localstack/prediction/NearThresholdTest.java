package io.loanflow.localstack.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import io.loanflow.localstack.rest.ServiceAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With a service whose probability of a row is a formula. */
class NearThresholdTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/plants/predictions/file", NearThresholdTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theRowComesNearTheThresholdByValuesThatTheLoadsRowsHave() {
        JsonNode row = near(columns("""
            [{"column": "height", "minimum": 1, "maximum": 9, "mean": 5, "deviation": 4},
             {"column": "leaves", "minimum": 0, "maximum": 40, "mean": 20, "deviation": 10},
             {"column": "soil", "categories": {"clay": 3, "sand": 4, "rock": 0}},
             {"column": "gardener", "categories": {"A": 7}}]
            """));

        // 0.1 * 5 by height alone is 0.5.
        assertThat(row.path("height").asDouble()).isEqualTo(5.0);
        assertThat(row.path("soil").asString()).isNotEqualTo("rock");
        assertThat(row.has("gardener")).isFalse();
    }

    @Test
    void withoutAProfileItIsTheModelsExample() {
        assertThat(near(List.of())).isEqualTo(model().path("example"));
    }

    private JsonNode near(List<JsonNode> columns) {
        TriedRows tried = new TriedRows(
                new ServiceAddress("http://127.0.0.1:" + server.getAddress().getPort(), Optional.empty()), "plants");
        return new NearThreshold(tried).row(model(), columns);
    }

    private static JsonNode model() {
        return JSON.readTree("""
            {"threshold": 0.5,
             "features": [{"name": "height", "type": "real"}, {"name": "leaves", "type": "integer"},
                          {"name": "soil", "type": "nominal", "categories": ["clay", "sand", "rock"]}],
             "example": {"height": 1, "leaves": 20, "soil": "clay"}}
            """);
    }

    private static List<JsonNode> columns(String json) {
        return JSON.readTree(json).valueStream().toList();
    }

    /** A tenth of the height; half of the leaves are refused. */
    private static void answer(HttpExchange exchange) throws IOException {
        String rows = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        StringBuilder answers = new StringBuilder("height,probability,error\n");
        CsvReader.builder().ofNamedCsvRecord(rows).forEach(row -> {
            String height = row.getField("height");
            boolean refused = Integer.parseInt(row.getField("leaves")) < 20;
            answers.append(height)
                    .append(refused ? ",,leaves" : "," + Double.parseDouble(height) / 10 + ",")
                    .append('\n');
        });
        byte[] body = answers.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
