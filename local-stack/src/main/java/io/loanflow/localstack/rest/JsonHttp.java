package io.loanflow.localstack.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services that answer in JSON; no call waits without a limit. */
public final class JsonHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Duration timeout;

    /** @param timeout of a call */
    public JsonHttp(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Sends a request.
     *
     * @throws IOException where there is no answer in time
     * @throws tools.jackson.core.JacksonException where the answer is no JSON
     */
    public Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** @param status of HTTP */
    public record Answer(int status, JsonNode body) {

        public boolean isOk() {
            return status == 200;
        }
    }
}
