package io.loanflow.web.audit;

import static io.loanflow.testsupport.Waiting.await;
import static io.loanflow.web.EchoService.get;
import static io.loanflow.web.EchoService.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.login.ApiKey;
import io.loanflow.contracts.login.Role;
import io.loanflow.web.EchoService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log of a service with logins. */
class AuditIT {

    private static final Instant LATER = Instant.now().plusSeconds(600);
    private static final ApiKey.Issued SHOP = ApiKey.issue("web-shop", Set.of(Role.PREDICT), LATER);
    private static final ApiKey.Issued OPERATOR = ApiKey.issue("operator", Set.of(Role.OPERATE), LATER);
    private static final String PERSON = "Ada Lovelace";

    @TempDir
    static Path directory;

    private static Path file;
    private static EchoService service;

    @BeforeAll
    static void start() throws IOException {
        Path keys = Files.writeString(
                directory.resolve("keys"),
                SHOP.key().line() + "\n" + OPERATOR.key().line() + "\n");
        file = directory.resolve("audit/service.log");
        service = EchoService.start(
                "--loanflow.login.keys=" + keys, "--loanflow.login.rate-limit=3", "--loanflow.audit.file=" + file);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoeverIsRefusedAndWhoeverChangesSomethingIsInTheLogAndNothingElseIs() throws IOException {
        service.exchange(get("/asked?name=" + PERSON.replace(' ', '+')));
        service.exchange(with(SHOP, get("/asked")));
        service.exchange(with(SHOP, post("/echo", PERSON.length()) + PERSON));
        service.exchange(with(OPERATOR, post("/changed", PERSON.length()) + PERSON));
        service.exchange(with(OPERATOR, post("/changed", 4) + "fail"));
        service.exchange(post("/echo", 0).replaceFirst("\r\n", "\r\nOrigin: https://evil.example\r\n"));
        service.exchange(get("/" + "long/".repeat(100)));
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> service.exchange(with(SHOP, get("/nowhere"))).startsWith("HTTP/1.1 429"));

        assertThat(events())
                .extracting(event -> event.path("what").asString() + " "
                        + event.path("status").asInt() + " "
                        + event.path("who").asString("nobody") + " "
                        + event.path("path").asString().substring(0, 5))
                .startsWith(
                        "refused 401 nobody /aske",
                        "refused 403 web-shop /aske",
                        "changed 200 operator /chan",
                        "failed 500 operator /chan",
                        "refused 403 nobody /echo",
                        "refused 401 nobody /long",
                        "refused 429 web-shop /nowh");
        JsonNode change = events().get(2);
        assertThat(change.path("method").asString()).isEqualTo("POST");
        assertThat(change.path("from").asString()).isEqualTo("127.0.0.1");
        assertThat(change.at("/subjects/load").asString()).isEqualTo("7");
        assertThat(change.path("trace").asString()).matches("[0-9a-f]{32}");
        assertThat(Instant.parse(change.path("at").asString())).isBefore(LATER);
        assertThat(events())
                .allSatisfy(event -> assertThat(event.path("path").asString()).hasSizeLessThanOrEqualTo(201));
        assertThat(Files.readString(file)).doesNotContain("Ada", "Lovelace", SHOP.secret(), OPERATOR.secret());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static List<JsonNode> events() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static String with(ApiKey.Issued key, String request) {
        return request.replaceFirst("\r\n", "\r\nAuthorization: Bearer " + key.secret() + "\r\n");
    }
}
