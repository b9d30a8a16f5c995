package io.loanflow.web.guard;

import static io.loanflow.web.EchoService.get;
import static io.loanflow.web.EchoService.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.web.EchoService;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites get, with real sockets. */
class GuardIT {

    private static EchoService service;

    @BeforeAll
    static void start() {
        service = EchoService.start(
                "--loanflow.access.public-url=https://loans.example.com",
                "--loanflow.access.hosts=serving-service, other");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "LOCALHOST",
                "127.0.0.1",
                "10.1.2.3:80",
                "[::1]:8080",
                "loans.example.com",
                "serving-service:8080",
                "other"
            })
    void itsOwnNamesAndNumbersAreAnswered(String host) throws IOException {
        assertThat(service.exchange(get("/actuator/alive").replace("localhost", host)))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "evil.example:127"})
    void aForeignNameThatLeadsHereIsRefused(String host) throws IOException {
        assertThat(service.exchange(get("/actuator/alive").replace("localhost", host)))
                .startsWith("HTTP/1.1 421")
                .contains("urn:loanflow:problem:unknown-host", "LOANFLOW_ALLOWED_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void aPageOfAnotherSiteChangesNothing(String header) throws IOException {
        assertThat(service.exchange(with(header)))
                .startsWith("HTTP/1.1 403")
                .contains("urn:loanflow:problem:foreign-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost",
                "Origin: https://loans.example.com",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none"
            })
    void itsOwnPagesMay(String header) throws IOException {
        assertThat(service.exchange(with(header))).startsWith("HTTP/1.1 200").endsWith("me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/alive", "/nowhere", "/failed"})
    void everyAnswerTellsBrowsersWhatItIsNot(String path) throws IOException {
        assertThat(service.exchange(get(path)))
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "frame-ancestors 'none'",
                        "Referrer-Policy: same-origin");
    }

    @Test
    void swaggerUiMayRunItsScripts() throws IOException {
        assertThat(service.exchange(get("/swagger-ui/index.html")))
                .startsWith("HTTP/1.1 200")
                .contains("default-src 'self'");
    }

    private static String with(String header) {
        return post("/echo", 2).replace("Content-Type", header + "\r\nContent-Type") + "me";
    }
}
