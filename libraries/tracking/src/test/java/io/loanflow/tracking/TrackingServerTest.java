package io.loanflow.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackingServerTest {

    @Test
    void userAndPasswordAreNotPartOfTheAddress() {
        TrackingServer server = TrackingServer.of(URI.create("https://ml:s%40cret:1@mlflow.example:8443/ml/"));

        assertThat(server.base()).isEqualTo("https://mlflow.example:8443/ml");
        assertThat(server.user()).isEqualTo("ml");
        assertThat(server.password()).isEqualTo("s@cret:1");
        assertThat(server).hasToString("https://mlflow.example:8443/ml");
    }

    @Test
    void withoutThemNothingIsSaidAboutUs() {
        assertThat(TrackingServer.of(URI.create("http://127.0.0.1:5000")).authorization())
                .isNull();
    }

    @Test
    void anotherSchemeIsRefusedWithoutRepeatingThePassword() {
        assertThatThrownBy(() -> TrackingServer.of(URI.create("ftp://ml:secret@mlflow.example")))
                .hasMessageContaining("MLFLOW_TRACKING_URI")
                .hasMessageNotContaining("secret");
    }

    @Test
    void everyCallSaysWhoWeAre() throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        URI address =
                URI.create("http://ml:secret@127.0.0.1:" + server.getAddress().getPort());
        MlflowHttp http = new MlflowHttp(address);
        try {
            http.get("experiments/get", Map.of());
            http.post("runs/set-tag", Map.of());
        } finally {
            server.stop(0);
        }

        // ml:secret
        assertThat(asked)
                .containsExactly(
                        "/api/2.0/mlflow/experiments/get Basic bWw6c2VjcmV0",
                        "/api/2.0/mlflow/runs/set-tag Basic bWw6c2VjcmV0");
    }
}
