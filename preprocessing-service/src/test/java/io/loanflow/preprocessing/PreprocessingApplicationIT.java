package io.loanflow.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.testsupport.MariaDbExtension;
import io.loanflow.testsupport.RedisExtension;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application as it is configured, with passwords in files and Temporal's test server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.temporal.test-server.enabled=true",
            "LOANFLOW_SECRETS_DIRECTORY=target/application secrets"
        })
@DirtiesContext
class PreprocessingApplicationIT {

    @RegisterExtension
    static final MariaDbExtension MARIADB = new MariaDbExtension();

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("LOANFLOW_DB_URL", MARIADB::jdbcUrl);
        registry.add("LOANFLOW_DB_USER", MARIADB::user);
    }

    @BeforeAll
    static void passwordsInFiles() throws IOException {
        Path secrets = Files.createDirectories(Path.of("target", "application secrets"));
        Files.writeString(secrets.resolve("LOANFLOW_DB_PASSWORD"), MARIADB.password() + "\n");
        Files.writeString(secrets.resolve("REDIS_URL"), REDIS.redisUrl());
        Files.writeString(secrets.resolve("LOANFLOW_BATCH_SECRET"), "0123456789abcdef0123456789abcdef\n");
    }

    private final int port;
    private final WorkerFactory workers;

    PreprocessingApplicationIT(@LocalServerPort int port, @Autowired WorkerFactory workers) {
        this.port = port;
        this.workers = workers;
    }

    @Test
    void itIsReadyWhenDatabaseAndCacheAnswer() throws Exception {
        HttpResponse<String> readiness = get("/actuator/health/readiness");

        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(readiness.body())
                .contains("\"redis\":{\"status\":\"UP\"}", "\"db\":{")
                .doesNotContain("password");
    }

    @Test
    void prometheusSeesTheService() throws Exception {
        assertThat(get("/actuator/prometheus").body())
                .contains("http_server_requests_seconds_bucket", "hikaricp_connections_active");
    }

    @Test
    void itWorksOnItsOwnTaskQueue() {
        assertThat(workers.getWorker(TaskQueues.PREPROCESSING)
                        .getWorkerOptions()
                        .getMaxConcurrentActivityExecutionSize())
                .isEqualTo(2);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
