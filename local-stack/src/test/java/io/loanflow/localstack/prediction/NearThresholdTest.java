package io.loanflow.localstack.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.loanflow.localstack.rest.ServiceAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** With a service whose probability of a row is a tenth of its height, which may change to 7 from below 5, and to 4.9 from above. */
class NearThresholdTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/plants/what-if", NearThresholdTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itGoesOverTheThresholdAndBack() {
        JsonNode row = near("plants");

        assertThat(row.path("height").asDouble()).isEqualTo(4.9);
        assertThat(row.path("soil").asString()).isEqualTo("clay");
    }

    @Test
    void whereNobodyCanSayItIsTheModelsExample() {
        assertThat(near("stones")).isEqualTo(model().path("example"));
    }

    private JsonNode near(String dataset) {
        ServiceAddress service =
                new ServiceAddress("http://127.0.0.1:" + server.getAddress().getPort(), Optional.empty());
        return new NearThreshold(new ServingClient(service, dataset)).row(model());
    }

    private static JsonNode model() {
        return JSON.readTree("{\"threshold\": 0.5, \"example\": {\"height\": 1, \"soil\": \"clay\"}}");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        double height = JSON.readTree(exchange.getRequestBody()).path("height").asDouble();
        double to = height < 5 ? 7 : 4.9;
        ObjectNode answer = JSON.createObjectNode().put("probability", height / 10);
        ObjectNode alternative = answer.putArray("alternatives").addObject().put("probability", to / 10);
        alternative.putArray("changes").addObject().put("column", "height").put("to", to);
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
