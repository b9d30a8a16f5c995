package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localstack.stack.StateDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one client can do to the services as they are shipped, with the heap that they get. */
class HostileClientIT {

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static String serving;
    private static String ingestion;

    @BeforeAll
    static void start() {
        LoanflowProgram.Outcome run = STACK.program().run("run");
        assertThat(run.code()).as(run.text()).isZero();
        String status = STACK.program().run("status").text();
        serving = address(status, "serving-service");
        ingestion = address(status, "ingestion-service");
    }

    @Test
    void aBodyOfSixtyMegabytesIsRefused() throws Exception {
        String before = processes();
        String large = "{\"dataset\":\"" + "x".repeat(60 << 20) + "\"}";

        assertThat(post(ingestion + "/api/v1/loads", large).get().statusCode()).isEqualTo(413);
        assertThat(post(serving + "/api/v1/predictions", large).get().statusCode())
                .isEqualTo(413);
        assertStillThere(before);
    }

    /** 40 of 3 MB, and 40 small ones of which each row has every problem there is. */
    @Test
    void fortyBatchesOfWrongRowsAtOnceAreAnsweredOrRefused() throws Exception {
        String before = processes();
        String large = batch("{\"person_age\":\"" + "x".repeat(280) + "\"}");
        String small = batch("{}");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(post(serving + "/api/v1/predictions/batch?reasons=all", large));
            answers.add(post(serving + "/api/v1/predictions/batch", small));
        }

        int answered = 0;
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            int status = answer.get().statusCode();
            assertThat(status).isIn(200, 503);
            if (status == 503) {
                assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();
            } else {
                answered++;
                assertThat(answer.get().body().length()).isLessThan(3 << 20);
            }
        }
        assertThat(answered).isPositive();
        assertStillThere(before);
    }

    @Test
    void fourHundredSlowBodiesStopNeitherPredictionsNorHealth() throws Exception {
        String before = processes();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                slow.add(slowBody(URI.create(serving)));
            }
            for (int i = 0; i < 20; i++) {
                assertStillThere(before);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aFormOfAnotherSiteStoresNothing() throws Exception {
        String loads = get(ingestion + "/api/v1/loads");
        String boundary = "--b\r\nContent-Disposition: form-data; name=\"";
        String form = boundary + "dataset\"\r\n\r\nloan\r\n" + boundary
                + "file\"; filename=\"a.csv\"\r\n\r\na,b\r\n1,2\r\n--b--\r\n";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ingestion + "/api/v1/loads"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString(form));

        assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(get(ingestion + "/api/v1/loads")).isEqualTo(loads);
    }

    /** What serving decides with is signed, and the key for it is nobody else's to read. */
    @Test
    void theStackSignsItsModels() throws Exception {
        StateDirectory state = new StateDirectory(STACK.program().state());

        assertThat(Files.readAllLines(state.root().resolve("model-keys"))).hasSize(1);
        assertThat(state.root().resolve("signing/models.pem")).isNotEmptyFile();
        assertThat(Files.readString(state.log("serving-service")))
                .doesNotContain("No signature of a model is asked for");
    }

    private static void assertStillThere(String processes) throws Exception {
        assertThat(get(serving + "/actuator/health/liveness")).contains("UP");
        assertThat(get(ingestion + "/actuator/health/liveness")).contains("UP");
        assertThat(post(serving + "/api/v1/predictions", "{}").get().statusCode())
                .isEqualTo(400);
        assertThat(processes()).isEqualTo(processes);
    }

    /** A service that ended was started again as another process. */
    private static String processes() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("serving-service", "ingestion-service")) {
            Path file = STACK.program().state().resolve("processes").resolve(name + ".json");
            text.append(Files.readString(file));
        }
        return text.toString();
    }

    private static Socket slowBody(URI service) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        try {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/predictions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (SocketException e) {
            // Refused, which is as good.
        }
        return socket;
    }

    private static String batch(String row) {
        return "{\"rows\":[" + String.join(",", Collections.nCopies(10_000, row)) + "]}";
    }

    private static CompletableFuture<HttpResponse<String>> post(String url, String body) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String get(String url) throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .timeout(PATIENCE)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String address(String status, String service) {
        Matcher matcher =
                Pattern.compile(service + ".*?(http://127\\.0\\.0\\.1:\\d+)").matcher(status);
        assertThat(matcher.find()).as(status).isTrue();
        return matcher.group(1);
    }
}
