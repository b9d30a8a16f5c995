package io.loanflow.web.login;

import static io.loanflow.testsupport.Waiting.await;
import static io.loanflow.web.EchoService.get;
import static io.loanflow.web.EchoService.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.login.ApiKey;
import io.loanflow.contracts.login.Role;
import io.loanflow.web.EchoService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, with real sockets. */
class LoginIT {

    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));
    private static final ApiKey.Issued SHOP = ApiKey.issue("web-shop", Set.of(Role.PREDICT), LATER);
    private static final ApiKey.Issued AUDITOR = ApiKey.issue("auditor", Set.of(Role.AUDIT), LATER);
    private static final ApiKey.Issued OLD =
            ApiKey.issue("old", Set.of(Role.PREDICT), Instant.now().minusSeconds(1));

    @TempDir
    static Path directory;

    private static Path keys;
    private static EchoService service;

    @BeforeAll
    static void start() throws IOException {
        keys = directory.resolve("api-keys");
        write(SHOP, AUDITOR, OLD);
        service = EchoService.start("--loanflow.login.keys=" + keys);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void write(ApiKey.Issued... issued) throws IOException {
        Files.writeString(
                keys,
                "# keys\n\nnonsense\n"
                        + Stream.of(issued).map(key -> key.key().line()).collect(Collectors.joining("\n", "", "\n")));
    }

    private static String with(ApiKey.Issued key, String request) {
        return as("Bearer " + key.secret(), request);
    }

    private static String as(String authorization, String request) {
        return request.replaceFirst("\r\n", "\r\nAuthorization: " + authorization + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/asked",
                "/",
                "/nowhere",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/actuator",
                "/actuator/alive",
                "/actuator/healthy",
                "/error",
                "/%61sked",
                "/asked/"
            })
    void withoutALoginNothingAnswers(String path) throws IOException {
        assertThat(service.exchange(get(path)))
                .startsWith("HTTP/1.1 401")
                .containsIgnoringCase("WWW-Authenticate: Bearer")
                .contains("urn:loanflow:problem:no-login", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/../../asked",
                "/actuator/health/%2e%2e/%2e%2e/asked",
                "/actuator/health/..;/..;/asked",
                "//asked",
                "/actuator/health%2f..%2f..%2fasked",
                "/asked;/actuator/health",
                "/asked?/actuator/health",
                "/asked#/actuator/health",
                "/actuator/health/..\\..\\asked"
            })
    void noSpellingOfAnAddressGetsAroundTheLogin(String path) throws IOException {
        assertThat(service.exchange(get(path))).containsPattern("^HTTP/1.1 40[01]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "BREW"})
    void noMethodGetsAroundTheLogin(String method) throws IOException {
        assertThat(service.exchange(get("/asked").replaceFirst("GET", method)))
                .containsPattern("^HTTP/1.1 40[015]|^HTTP/1.1 501");
    }

    @Test
    void healthIsForEveryone() throws IOException {
        // This service has none, so there is nothing at the address; nobody asked who wants to know.
        assertThat(service.exchange(get("/actuator/health/readiness"))).startsWith("HTTP/1.1 404");
        assertThat(service.exchange(get("/open"))).startsWith("HTTP/1.1 200");
    }

    @Test
    void aKeyOpensWhatItsRoleIsAllowedTo() throws IOException {
        assertThat(service.exchange(with(SHOP, post("/echo", 5) + "hello")))
                .startsWith("HTTP/1.1 200")
                .endsWith("hello");
        assertThat(service.exchange(with(AUDITOR, get("/asked?a=b")))).endsWith("b");
        assertThat(service.exchange(with(AUDITOR, get("/actuator/alive")))).endsWith("alive");
        assertThat(service.exchange(with(SHOP, get("/nowhere")))).startsWith("HTTP/1.1 404");
        assertThat(service.exchange(with(SHOP, get("/v3/api-docs")))).startsWith("HTTP/1.1 200");
    }

    @Test
    void anotherRoleIsRefusedAndToldWhichItTakes() throws IOException {
        assertThat(service.exchange(with(SHOP, get("/asked"))))
                .startsWith("HTTP/1.1 403")
                .contains(
                        "urn:loanflow:problem:not-allowed",
                        "This takes role inspect or audit; web-shop has role predict.");
        assertThat(service.exchange(with(AUDITOR, post("/echo", 5) + "hello"))).startsWith("HTTP/1.1 403");
        assertThat(service.exchange(with(SHOP, get("/actuator/alive")))).startsWith("HTTP/1.1 403");
    }

    @Test
    void whatSaysOfNobodyThatHeMayAnswersNobody() throws IOException {
        assertThat(service.exchange(with(SHOP, get("/failed"))))
                .startsWith("HTTP/1.1 403")
                .contains("takes no role");
    }

    @Test
    void aWrongOrExpiredKeyIsNone() throws IOException {
        for (String authorization : new String[] {
            "Bearer " + SHOP.secret() + "x",
            "Bearer " + OLD.secret(),
            "Bearer",
            "Bearer eyJ.a.b",
            "Basic !",
            SHOP.secret()
        }) {
            assertThat(service.exchange(as(authorization, get("/nowhere"))))
                    .as(authorization)
                    .startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void aBrowserMayAskForNameAndSecret() throws IOException {
        assertThat(service.exchange(as(basic("auditor", AUDITOR.secret()), get("/asked?a=b"))))
                .endsWith("b");
        assertThat(service.exchange(as(basic("web-shop", AUDITOR.secret()), get("/asked"))))
                .startsWith("HTTP/1.1 401");
        assertThat(service.exchange(as(basic("web-shop", SHOP.secret()), post("/echo", 5))
                                .replaceFirst("\r\n", "\r\nOrigin: https://evil.example\r\n")
                        + "hello"))
                .startsWith("HTTP/1.1 403")
                .contains("foreign-origin");
    }

    private static String basic(String name, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsReadOfWhoeverIsNotKnown() throws IOException {
        // The body does not come: whoever waited for it would not answer.
        assertThat(service.exchange(post("/echo", 500_000))).startsWith("HTTP/1.1 401");
    }

    @Test
    void aKeyIsWorthSomethingFromWhenItIsMadeUntilItIsRevoked() throws IOException {
        ApiKey.Issued guest = ApiKey.issue("guest", Set.of(Role.PREDICT), LATER);
        String asked = with(guest, post("/echo", 5) + "hello");
        assertThat(service.exchange(asked)).startsWith("HTTP/1.1 401");

        write(SHOP, AUDITOR, OLD, guest);
        await().atMost(Duration.ofSeconds(2))
                .until(() -> service.exchange(asked).startsWith("HTTP/1.1 200"));
        write(SHOP, AUDITOR, OLD);
        await().atMost(Duration.ofSeconds(2))
                .until(() -> service.exchange(asked).startsWith("HTTP/1.1 401"));
    }

    @Test
    void aLoginThatAsksTooOftenIsToldToWaitAndOthersAreNot() throws IOException {
        try (EchoService slow = EchoService.start("--loanflow.login.keys=" + keys, "--loanflow.login.rate-limit=1")) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(slow.exchange(with(SHOP, get("/nowhere"))));
            }

            assertThat(answers)
                    .anySatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 404"))
                    .anySatisfy(answer -> assertThat(answer)
                            .startsWith("HTTP/1.1 429")
                            .containsIgnoringCase("Retry-After: 1")
                            .contains("web-shop may ask 1 times a second"));
            assertThat(slow.exchange(with(AUDITOR, get("/nowhere")))).startsWith("HTTP/1.1 404");
        }
    }
}
