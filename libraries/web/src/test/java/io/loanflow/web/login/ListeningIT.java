package io.loanflow.web.login;

import static io.loanflow.web.EchoService.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.web.EchoService;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Where a service listens without a login, and where not. */
class ListeningIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", ""})
    void beyondLoopbackItDoesNotStartWithoutALogin(String address) {
        assertThatThrownBy(
                        () -> EchoService.start("--server.address=" + address).close())
                .hasRootCauseInstanceOf(NoLoginException.class)
                .satisfies(failure -> {
                    FailureAnalysis analysis = new NoLoginAnalyzer().analyze(failure);
                    assertThat(analysis).isNotNull();
                    assertThat(analysis.getDescription()).contains("nobody would have to log in");
                    assertThat(analysis.getAction()).contains("LOANFLOW_API_KEYS", "LOANFLOW_ISSUER_URI");
                });
    }

    @Test
    void withALoginItListensEverywhere() throws IOException {
        try (EchoService service = EchoService.start(
                "--server.address=0.0.0.0", "--loanflow.login.keys=" + directory.resolve("none-yet"))) {
            assertThat(service.exchange(get("/asked"))).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void onLoopbackNobodyLogsIn() throws IOException {
        try (EchoService service = EchoService.start("--server.address=127.0.0.2")) {
            assertThat(service.port()).isPositive();
        }
    }
}
