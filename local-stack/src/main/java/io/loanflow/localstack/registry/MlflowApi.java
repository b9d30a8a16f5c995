package io.loanflow.localstack.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from MLflow's REST. */
final class MlflowApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
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
        HttpResponse<String> response = send(request(path, query));
        JsonNode body = json(response);
        if (response.statusCode() == NOT_FOUND
                && body.path("error_code").asString("").equals("RESOURCE_DOES_NOT_EXIST")) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new RegistryException("MLflow at " + address + " refuses (HTTP status " + response.statusCode()
                    + "): " + body.path("message").asString("it does not say why"));
        }
        return Optional.of(body);
    }

    private HttpRequest request(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address + "/api/2.0/mlflow/" + path + "?" + parameters))
                .timeout(TIMEOUT);
        String user = server.getUserInfo();
        if (user != null) {
            byte[] credentials = user.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryException(
                    "MLflow does not answer at " + address + "; see loanflow status, start it: loanflow up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("Interrupted while waiting for " + address, e);
        }
    }

    private JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new RegistryException(
                    "What answers at " + address + " (HTTP status " + response.statusCode() + ") is not MLflow", e);
        }
    }
}
