package io.loanflow.tracking;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * MLflow's REST calls, each with an end and with errors that say what was asked of whom. MLflow's own Java client has no time-outs:
 * a host that vanishes takes a thread and a connection for good with each call.
 */
final class MlflowHttp {

    /** A record of ours is read whole or not at all. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** As {@link HttpExchange} has it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final byte[] NOTHING = {};
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final int ERROR_EXCERPT = 300;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final TrackingServer server;
    private final String base;
    private final Duration patience;

    MlflowHttp(URI trackingUri) {
        this(trackingUri, PATIENCE);
    }

    MlflowHttp(URI trackingUri, Duration patience) {
        this.patience = patience;
        server = TrackingServer.of(trackingUri);
        base = server.base();
    }

    String base() {
        return base;
    }

    /** Empty where MLflow says that there is no such thing. */
    Optional<JsonNode> find(String call, Map<String, String> query) {
        return answer("GET", request("/api/2.0/mlflow/" + call + query(query)), NOTHING)
                .map(MlflowHttp::json);
    }

    JsonNode get(String call, Map<String, String> query) {
        return find(call, query).orElseThrow(() -> missing(call + query(query)));
    }

    JsonNode post(String call, Object body) {
        return send("POST", call, body);
    }

    JsonNode patch(String call, Object body) {
        return send("PATCH", call, body);
    }

    /** Also where there is no such thing. */
    void delete(String call, Object body) {
        var unused = exchange("DELETE", call, body);
    }

    /** Parameters or tags as MLflow's calls take them. */
    static List<Map<String, String>> keysAndValues(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> Map.of("key", entry.getKey(), "value", entry.getValue()))
                .toList();
    }

    private JsonNode send(String method, String call, Object body) {
        return exchange(method, call, body).map(MlflowHttp::json).orElseThrow(() -> missing(call));
    }

    private Optional<byte[]> exchange(String method, String call, Object body) {
        HttpRequest.Builder request = request("/api/2.0/mlflow/" + call).header("Content-Type", "application/json");
        return answer(method, request, JSON.writeValueAsBytes(body));
    }

    /** @param path under MLflow's artifact root, with names that are encoded here */
    void putArtifact(String path, byte[] content) {
        if (answer("PUT", artifact(path), content).isEmpty()) {
            throw missing("artifact " + path);
        }
    }

    /** Also where there is none. */
    void deleteArtifact(String path) {
        var unused = answer("DELETE", artifact(path), NOTHING);
    }

    byte[] getArtifact(String path) {
        return answer("GET", artifact(path), NOTHING).orElseThrow(() -> missing("artifact " + path));
    }

    private HttpRequest.Builder artifact(String path) {
        String encoded = Arrays.stream(path.split("/"))
                .map(name -> encode(name).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return request(ARTIFACTS + encoded);
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery));
        // The trace of whoever asks goes on in what stands before MLflow.
        W3CTraceContextPropagator.getInstance().inject(Context.current(), request, HttpRequest.Builder::setHeader);
        String authorization = server.authorization();
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private Optional<byte[]> answer(String method, HttpRequest.Builder request, byte[] content) {
        HttpResponse<byte[]> response = exchange(method, request, content);
        int status = response.statusCode();
        if (status / 100 == 2) {
            return Optional.of(response.body());
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (isAbsence(response, text)) {
            return Optional.empty();
        }
        String problem = describe(method, response.uri()) + " was answered with status " + status + ": "
                + text.substring(0, Math.min(text.length(), ERROR_EXCERPT));
        throw isRefusal(status) ? new TrackingRefusedException(problem) : new TrackingException(problem);
    }

    /** Not where it asks for patience. */
    private static boolean isRefusal(int status) {
        return status / 100 == 4 && status != REQUEST_TIMEOUT && status != TOO_MANY_REQUESTS;
    }

    private static boolean isAbsence(HttpResponse<?> response, String text) {
        int status = response.statusCode();
        boolean artifact = response.uri().getPath().contains(ARTIFACTS);
        return (status == 404 && (artifact || text.contains("RESOURCE_DOES_NOT_EXIST")))
                || (status == 400 && text.contains("Registered model alias") && text.contains("not found"));
    }

    private HttpResponse<byte[]> exchange(String method, HttpRequest.Builder request, byte[] content) {
        try {
            return HttpExchange.send(request, method, content, patience);
        } catch (IOException e) {
            throw new TrackingException(
                    describe(method, request.build().uri()) + " failed (" + e
                            + "). Is the MLflow server up? MLFLOW_TRACKING_URI names it.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrackingException(
                    describe(method, request.build().uri()) + " was interrupted", new InterruptedIOException());
        }
    }

    private NotInTrackingException missing(String what) {
        return new NotInTrackingException("MLflow at " + base + " has no " + what);
    }

    private static String describe(String method, URI uri) {
        return "MLflow call " + method + " " + uri;
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new TrackingException("MLflow answered with something that is not JSON", e);
        }
    }

    private static String query(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
