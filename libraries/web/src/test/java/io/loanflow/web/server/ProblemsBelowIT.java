package io.loanflow.web.server;

import static io.loanflow.web.EchoService.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.web.EchoService;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused below the framework, with real sockets. */
class ProblemsBelowIT {

    private static int healthPort;
    private static EchoService service;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            healthPort = free.getLocalPort();
        }
        service = EchoService.start("--loanflow.health-port=" + healthPort);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /%00 HTTP/1.1, 400",
        "GET /|{} HTTP/1.1, 400",
        "GET /../../etc/passwd HTTP/1.1, 400",
        "GET  /two-spaces HTTP/9.9, 505",
        "NONSENSE /nowhere HTTP/1.1, 404",
        "GET /%zz HTTP/1.1, 400",
        "TRACE / HTTP/1.1, 405",
    })
    void aRequestThatIsNoneIsAnsweredWithAProblem(String line, int status) throws IOException {
        assertThat(service.exchange(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json", "\"status\":" + status, "urn:loanflow:problem:")
                .doesNotContain("<html", "Tomcat", "Exception", "\tat ");
    }

    @Test
    void aHeaderThatIsTooLargeIsAProblem() throws IOException {
        assertThat(service.exchange("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json");
    }

    @Test
    void errorsOfControllersAndTheErrorAddressAreProblems() throws IOException {
        assertThat(service.exchange(get("/failed"))).startsWith("HTTP/1.1 500").contains("application/problem+json");
        assertThat(service.exchange(get("/error"))).startsWith("HTTP/1.1 404").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/asked?=null", "/asked?a=1&=%05", "/asked?a=%zz", "/asked?a=%C3%28"})
    void aParameterThatCannotBeDecodedIsTheClients(String path) throws IOException {
        assertThat(service.exchange(get(path))).startsWith("HTTP/1.1 400").contains("urn:loanflow:problem:bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-16",
                "text/plain;charset=utf-16",
                "nonsense",
                "*/*;q=9",
                "text/plain;charset=no-such"
            })
    void anAcceptHeaderNeverFailsTheService(String accept) throws IOException {
        for (String path : List.of("/actuator/alive", "/nowhere", "/asked?a=1")) {
            assertThat(service.exchange(get(path).replace("Connection", "Accept: " + accept + "\r\nConnection")))
                    .doesNotContain("HTTP/1.1 5", "Content-Length: 0");
        }
    }

    @Test
    void healthAnswersOnAPortOfItsOwnAndNothingElseDoes() throws IOException {
        assertThat(onHealthPort("/actuator/alive")).startsWith("HTTP/1.1 200").endsWith("alive");
        assertThat(onHealthPort("/large")).startsWith("HTTP/1.1 404");
    }

    private static String onHealthPort(String path) throws IOException {
        try (var socket = new java.net.Socket("127.0.0.1", healthPort)) {
            EchoService.send(socket, get(path));
            return EchoService.read(socket);
        }
    }
}
