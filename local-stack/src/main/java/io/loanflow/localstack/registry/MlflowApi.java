package io.loanflow.localstack.registry;

import io.loanflow.localstack.rest.JsonHttp;
import io.loanflow.localstack.rest.JsonHttp.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads from MLflow's REST. */
final class MlflowApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;

    private final JsonHttp http = new JsonHttp(TIMEOUT);
    private final URI server;
    private final String address;

    /** @param server with user and password inside, where it asks for them */
    MlflowApi(URI server) {
        this.server = server;
        address = server.toString().replaceFirst("//[^/]*@", "//").replaceFirst("/+$", "");
    }

    /**
     * Gets an object; empty where there is none.
     *
     * @throws RegistryException where MLflow does not answer, or refuses
     */
    Optional<JsonNode> get(String path, Map<String, String> query) {
        Answer answer = send(request(path, query));
        JsonNode body = answer.body();
        if (answer.status() == NOT_FOUND && body.path("error_code").asString("").equals("RESOURCE_DOES_NOT_EXIST")) {
            return Optional.empty();
        }
        if (!answer.isOk()) {
            throw new RegistryException("MLflow at " + address + " refuses (HTTP status " + answer.status() + "): "
                    + body.path("message").asString("it does not say why"));
        }
        return Optional.of(body);
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/api/2.0/mlflow/" + path + "?" + parameters));
        String user = server.getUserInfo();
        if (user != null) {
            byte[] credentials = user.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return http.send(request);
        } catch (IOException e) {
            throw new RegistryException(
                    "MLflow does not answer at " + address + "; see loanflow status, start it: loanflow up", e);
        } catch (JacksonException e) {
            throw new RegistryException("What answers at " + address + " is not MLflow", e);
        }
    }
}
