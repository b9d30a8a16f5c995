package io.loanflow.web.login;

import static io.loanflow.web.EchoService.get;
import static io.loanflow.web.EchoService.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.web.EchoService;
import io.loanflow.web.login.fixture.AuthorizationServer;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of a real provider, Spring Authorization Server. */
class ProviderIT {

    private static AuthorizationServer provider;
    private static EchoService service;

    @BeforeAll
    static void start() {
        provider = AuthorizationServer.start();
        service = EchoService.start(
                "--loanflow.login.issuer-uri=" + provider.issuer(),
                "--loanflow.login.audience=loanflow",
                "--loanflow.login.roles-claim=realm_access.roles");
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    private static String with(String token, String request) {
        return request.replaceFirst("\r\n", "\r\nAuthorization: Bearer " + token + "\r\n");
    }

    @Test
    void rolesOfATokenOpenWhatTheyAreAllowedTo() throws IOException {
        String token = provider.token("loanflow", "predict", "other");

        assertThat(service.exchange(with(token, post("/echo", 5) + "hello"))).startsWith("HTTP/1.1 200");
        assertThat(service.exchange(with(token, get("/asked"))))
                .startsWith("HTTP/1.1 403")
                .contains("takes role inspect or audit", "has role predict");
    }

    @Test
    void aTokenWithoutRolesOpensNothing() throws IOException {
        assertThat(service.exchange(with(provider.token("loanflow"), get("/v3/api-docs"))))
                .startsWith("HTTP/1.1 403")
                .contains("has no role");
    }

    @Test
    void aTokenForAnotherApplicationIsNone() throws IOException {
        assertThat(service.exchange(with(provider.token("another", "predict"), get("/nowhere"))))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void aTokenOfAnotherProviderIsNone() throws IOException {
        try (AuthorizationServer other = AuthorizationServer.start()) {
            assertThat(service.exchange(with(other.token("loanflow", "predict"), get("/nowhere"))))
                    .startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void aTokenThatWasChangedIsNone() throws IOException {
        String[] parts = provider.token("loanflow", "predict").split("\\.");
        String[] others = provider.token("loanflow", "audit").split("\\.");

        assertThat(service.exchange(with(parts[0] + "." + others[1] + "." + parts[2], get("/nowhere"))))
                .startsWith("HTTP/1.1 401")
                .contains("none of the provider's");
        assertThat(service.exchange(with(parts[0] + "." + parts[1] + ".", get("/nowhere"))))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void aProviderThatDoesNotAnswerIsAnOutageUntilItDoes() throws IOException {
        AuthorizationServer absent = AuthorizationServer.start();
        String issuer = absent.issuer();
        String token = absent.token("loanflow", "predict");
        absent.close();
        try (EchoService waiting = EchoService.start("--loanflow.login.issuer-uri=" + issuer)) {
            assertThat(waiting.exchange(with(token, get("/nowhere"))))
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("Retry-After: 5")
                    .contains("urn:loanflow:problem:outage");
            try (AuthorizationServer there =
                    AuthorizationServer.start(URI.create(issuer).getPort())) {
                // The wrong place for roles: known, but without any.
                assertThat(waiting.exchange(with(there.token("loanflow", "predict"), get("/nowhere"))))
                        .startsWith("HTTP/1.1 403");
            }
        }
    }
}
