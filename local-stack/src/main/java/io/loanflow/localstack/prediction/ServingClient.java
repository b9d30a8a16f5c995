package io.loanflow.localstack.prediction;

import io.loanflow.localstack.rest.JsonHttp;
import io.loanflow.localstack.rest.JsonHttp.Answer;
import io.loanflow.localstack.rest.ServiceAddress;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the serving service. */
public final class ServingClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int SERVER_ERROR = 500;

    private final JsonHttp http = new JsonHttp(TIMEOUT);
    private final ServiceAddress service;
    private final String api;

    /**
     * Of one data set's model.
     *
     * @param service the serving service
     */
    public ServingClient(ServiceAddress service, String dataset) {
        this.service = service;
        api = "/api/v1/" + dataset;
    }

    /** What is in service, as it describes itself; empty where nothing is, or the service does not answer. */
    public Optional<JsonNode> model() {
        try {
            Answer answer = describe();
            return answer.isOk() ? Optional.of(answer.body()) : Optional.empty();
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
        if (!answer.isOk()) {
            throw new PredictionException(problem(answer));
        }
        return answer.body().path("example");
    }

    private Answer describe() {
        return send(service.request(api + "/model"));
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
        return result(send(request(batch ? "/batch" : "", batch ? "{\"rows\":" + json + "}" : json)));
    }

    /**
     * Asks for the prediction of each row in an array, by a key: the same again is decided once.
     *
     * @param key of this request, of visible ASCII characters
     * @return the service's answer; empty where it gives none now, and may give one to the same request later
     * @throws PredictionException with every problem the service found
     */
    public Optional<JsonNode> predict(String rows, String key) {
        try {
            Answer answer =
                    http.send(request("/batch", "{\"rows\":" + rows + "}").header("Idempotency-Key", key));
            return answer.status() >= SERVER_ERROR ? Optional.empty() : Optional.of(result(answer));
        } catch (IOException | JacksonException notNow) {
            return Optional.empty();
        }
    }

    private static JsonNode result(Answer answer) {
        if (answer.isOk()) {
            return answer.body();
        }
        throw new PredictionException(problem(answer));
    }

    /** A command that asks the same of the service. */
    public String curl(String json) {
        String login = service.key().isPresent() ? " -H \"Authorization: Bearer $LOANFLOW_API_KEY\"" : "";
        return "curl -s " + service.url() + api + "/predictions" + login + " -H 'Content-Type: application/json' -d '"
                + json.replace("'", "'\\''") + "'";
    }

    private HttpRequest.Builder request(String path, String body) {
        return service.request(api + "/predictions" + path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return http.send(request);
        } catch (IOException e) {
            throw new PredictionException(
                    "The serving service does not answer at " + service.url() + "; start it: loanflow up", e);
        } catch (JacksonException e) {
            throw new PredictionException("What answers at " + service.url() + " is not the serving service", e);
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
}
