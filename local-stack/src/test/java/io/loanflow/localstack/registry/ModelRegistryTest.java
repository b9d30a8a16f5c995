package io.loanflow.localstack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {

    private static final String ABSENT =
            "{\"error_code\": \"RESOURCE_DOES_NOT_EXIST\", \"message\": \"Registered Model with name=cars not found\"}";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/2.0/mlflow/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void versionsHaveTheirAliasesMetricsAndTags() {
        registered();
        answers.put("model-versions/search?filter=name='loan'&page_token=more", """
                {"model_versions": [{"version": "10", "run_id": "ten", "tags": [
                    {"key": "gate_verdict", "value": "REFUSED"}, {"key": "data_origin", "value": "FILE"},
                    {"key": "withdrawn", "value": "2026-11-26T10:00:00Z"},
                    {"key": "withdrawn_reason", "value": "rejects\\neverybody"}]}]}
                """);

        assertThat(ModelTable.lines(registry("").versions("loan")))
                .containsExactly(
                        "  VERSION  ALIAS               AUC     F1      LOG LOSS  VERDICT   DATA  RUN            WITHDRAWN",
                        "  10                                                     refused   file                 rejects everybody",
                        "  9        champion, favorite  0.9750  0.8301  0.1854    promoted  file  forest-loan-9");
    }

    @Test
    void userAndPasswordAreSentAndNeverSaid() {
        answers.put("registered-models/get?name=loan", "{\"error_code\": \"PERMISSION_DENIED\", \"message\": \"no\"}");

        assertThatThrownBy(() -> registry("me:secret@").versions("loan"))
                .isInstanceOf(RegistryException.class)
                .hasMessage("MLflow at http://127.0.0.1:" + server.getAddress().getPort()
                        + " refuses (HTTP status 403): no");
        assertThat(authorizations).containsEntry("registered-models/get?name=loan", "Basic bWU6c2VjcmV0");
    }

    @Test
    void aModelThatIsNotRegisteredHasNoVersions() {
        assertThat(registry("").versions("cars")).isEmpty();
    }

    @Test
    void aServerThatIsDownIsNamed() {
        server.stop(0);

        assertThatThrownBy(() -> registry("").versions("loan"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("MLflow does not answer at http://127.0.0.1:")
                .hasMessageContaining("loanflow up");
    }

    private void registered() {
        answers.put("registered-models/get?name=loan", """
                {"registered_model": {"name": "loan", "aliases": [
                    {"alias": "favorite", "version": "9"}, {"alias": "champion", "version": "9"}]}}
                """);
        answers.put("model-versions/search?filter=name='loan'", """
                {"model_versions": [{"version": "9", "run_id": "nine", "tags": [
                    {"key": "gate_verdict", "value": "PROMOTED"}, {"key": "data_origin", "value": "FILE"}]}],
                 "next_page_token": "more"}
                """);
        answers.put("runs/get?run_id=nine", """
                {"run": {"info": {"run_name": "forest-loan-9"}, "data": {"metrics": [
                    {"key": "roc_auc", "value": 0.97499}, {"key": "f1", "value": 0.8301}, {"key": "log_loss", "value": 0.1854}]}}}
                """);
    }

    private ModelRegistry registry(String user) {
        return new ModelRegistry(
                URI.create("http://" + user + "127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String question = uri.getPath().replace("/api/2.0/mlflow/", "") + "?" + uri.getQuery();
        List<String> authorization = exchange.getRequestHeaders().getOrDefault("Authorization", List.of(""));
        authorizations.put(question, authorization.get(0));
        String answer = answers.getOrDefault(question, ABSENT);
        int status = answer.equals(ABSENT) ? 404 : answer.contains("PERMISSION_DENIED") ? 403 : 200;
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
