package io.loanflow.localstack.prediction;

import io.loanflow.localservers.FileProblem;
import io.loanflow.localstack.rest.ServiceAddress;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Has the serving service score a file, of any length: nothing of it is held in memory. */
public final class FileClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ServiceAddress service;
    private final String dataset;

    /** @param service the serving service */
    public FileClient(ServiceAddress service, String dataset) {
        this.service = service;
        this.dataset = dataset;
    }

    /**
     * Writes the file with its answers; what was there before is replaced once they are whole.
     *
     * @param query of the request, such as {@code ?reasons=4}; empty for decisions alone
     * @throws PredictionException with what the service found wrong, or where it does not answer
     */
    public void score(Path data, Path out, String query) {
        Path whole = out.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            String refusal = send(data, part, query);
            if (!refusal.isEmpty()) {
                throw new PredictionException(refusal);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (java.nio.file.FileSystemException e) {
            throw new PredictionException("The file cannot be read or written: " + FileProblem.of(e), e);
        } catch (java.io.FileNotFoundException e) {
            throw new PredictionException("The file cannot be read: " + data, e);
        } catch (IOException e) {
            throw new PredictionException(
                    "The serving service does not answer at " + service.url() + "; start it: loanflow up", e);
        } finally {
            drop(part);
        }
    }

    /** Empty where the answers are in the file. */
    private String send(Path data, Path part, String query) throws IOException {
        HttpRequest request = service.request("/api/v1/" + dataset + "/predictions/file" + query)
                .header("Content-Type", type(data))
                .POST(BodyPublishers.ofFile(data))
                .build();
        try {
            HttpResponse<String> answer = client.send(
                    request,
                    head -> head.statusCode() == 200
                            ? BodySubscribers.mapping(BodyHandlers.ofFile(part).apply(head), file -> "")
                            : BodySubscribers.mapping(
                                    BodySubscribers.ofString(StandardCharsets.UTF_8),
                                    body -> problem(body, head.statusCode())));
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    private static String problem(String body, int status) {
        String otherwise = "The serving service answers with HTTP status " + status;
        try {
            return JSON.readTree(body).path("detail").asString(otherwise);
        } catch (JacksonException e) {
            return otherwise;
        }
    }

    private static String type(Path data) {
        String name = String.valueOf(data.getFileName()).toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(arrow|arrows|ipc|feather)") ? "application/vnd.apache.arrow.stream" : "text/csv";
    }

    private static void drop(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It is named after what it was to become.
        }
    }
}
