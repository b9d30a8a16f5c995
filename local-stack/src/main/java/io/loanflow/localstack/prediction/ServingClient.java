package io.loanflow.localstack.prediction;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the serving service. */
public final class ServingClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String url;

    /** @param url of the service, without a path */
    public ServingClient(String url) {
        this.url = url;
    }

    /** What is in service, as it describes itself; empty where nothing is, or the service does not answer. */
    public Optional<JsonNode> model() {
        try {
            Answer answer = describe();
            return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (PredictionException e) {
            return Optional.empty();
        }
    }

    /**
     * A row as the model in service takes it.
     *
     * @throws PredictionException where none is in service, or the service does not answer
     */
    public JsonNode example() {
        Answer answer = describe();
        if (answer.status() != 200) {
            throw new PredictionException(problem(answer));
        }
        return answer.body().path("example");
    }

    private Answer describe() {
        return send(HttpRequest.newBuilder(URI.create(url + "/api/v1/model"))
                .timeout(TIMEOUT)
                .GET()
                .build());
    }

    /**
     * Asks for the prediction of one row, or of each in an array.
     *
     * @param json an object or an array of objects
     * @return the service's answer
     * @throws PredictionException with every problem the service found, or where it does not answer
     */
    public JsonNode predict(String json) {
        boolean batch = json.stripLeading().startsWith("[");
        Answer answer = send(request(batch ? "/batch" : "", batch ? "{\"applications\":" + json + "}" : json));
        if (answer.status() == 200) {
            return answer.body();
        }
        throw new PredictionException(problem(answer));
    }

    /** A command that asks the same of the service. */
    public String curl(String json) {
        return "curl -s " + url + "/api/v1/predictions -H 'Content-Type: application/json' -d '"
                + json.replace("'", "'\\''") + "'";
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1/predictions" + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new PredictionException(
                    "The serving service does not answer at " + url + "; start it: loanflow up", e);
        } catch (JacksonException e) {
            throw new PredictionException("What answers at " + url + " is not the serving service", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PredictionException("Interrupted while waiting for " + url, e);
        }
    }

    private static String problem(Answer answer) {
        List<String> lines = new ArrayList<>();
        JsonNode errors = answer.body().path("errors");
        lines.add(
                errors.isEmpty()
                        ? answer.body().path("detail").asString("HTTP status " + answer.status())
                        : "The row is not valid:");
        for (JsonNode error : errors) {
            lines.add("  " + error.path("pointer").asString("") + " "
                    + error.path("detail").asString(""));
        }
        return String.join("\n", lines);
    }

    private record Answer(int status, JsonNode body) {}
}
