package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.localservers.DatabaseAccount;
import io.loanflow.localstack.ContainerRuns.Fault;
import io.loanflow.localstack.ContainerRuns.Result;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.prediction.ServingClient;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.testsupport.InContainers;
import io.loanflow.testsupport.LoanData;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compose file as a whole: from a file to a served model, on MariaDB ColumnStore, by the command. */
@InContainers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // what replaces containers comes last
class ContainerIT {

    @RegisterExtension
    static final ContainerStackExtension STACK = new ContainerStackExtension();

    private static final List<String> SECRETS = List.of(
            "LOANFLOW_DB_PASSWORD",
            "LOANFLOW_DB_INGESTION_PASSWORD",
            "LOANFLOW_DB_PREPROCESSING_PASSWORD",
            "LOANFLOW_DB_SERVING_PASSWORD",
            "LOANFLOW_DB_MONITORING_PASSWORD",
            "LOANFLOW_DB_ADMIN_PASSWORD",
            "LOANFLOW_REDIS_PASSWORD",
            "LOANFLOW_BATCH_SECRET");

    @TempDir
    static Path directory;

    private static ContainerRuns runs;
    private static Result undisturbed;

    @BeforeAll
    static void runOnce() throws Exception {
        LoanData.file();
        runs = new ContainerRuns(STACK, directory);
        undisturbed = runs.run(null);
    }

    @Test
    @Order(1)
    void thePublishedFileBecomesAServedModel() throws Exception {
        assertThat(undisturbed.text())
                .contains("45,001 read, 44,990 stored, 11 quarantined", "promoted: ", "curl -s http://127.0.0.1:");
        assertThat(undisturbed.rows()).isEqualTo(ContainerRuns.VALID_ROWS);
        assertThat(runs.sql("SELECT engine FROM information_schema.tables WHERE table_name = 'loan_rows'"))
                .isEqualTo("Columnstore");
    }

    @Test
    @Order(2)
    void statusLogsAndPredictionsReachTheContainers() {
        Outcome status = STACK.program().run("status");
        Outcome logs = STACK.program().run("logs", "ingestion-service", "-n", "5");
        Outcome wrong = STACK.program().run("predict", "--json", "{}");
        Outcome processes = STACK.program().run("up");

        assertThat(status.code()).as(status.text()).isZero();
        assertThat(status.text()).containsPattern("columnstore +up").contains("is in service");
        assertThat(logs.text()).contains("INFO");
        assertThat(wrong.text()).contains("/loan_amnt is missing");
        assertThat(processes.text()).contains("The stack runs in containers");
    }

    @Test
    @Order(3)
    void nothingListensBeyondLoopbackAndNoApplicationMayWriteOrIsRoot() throws Exception {
        List<String> containers =
                STACK.compose("ps", "--format", "{{.Name}}").lines().toList();

        assertThat(containers).hasSize(10);
        for (String container : containers) {
            assertThat(inspect(container, "{{range .NetworkSettings.Ports}}{{range .}}{{.HostIp}} {{end}}{{end}}"))
                    .matches("(127\\.0\\.0\\.1 ?)*");
            if (inspect(container, "{{.Config.Image}}").startsWith("loanflow/")) {
                assertThat(inspect(container, "{{.HostConfig.ReadonlyRootfs}} {{.Config.User}}"))
                        .isEqualTo("true 10001:10001");
            }
        }
    }

    @Test
    @Order(4)
    void noPasswordIsInALogOrAnImage() throws Exception {
        List<String> all = new ArrayList<>(List.of(STACK.service("").key().orElseThrow()));
        for (String secret : SECRETS) {
            all.add(STACK.setting(secret));
        }
        String[] secrets = all.toArray(String[]::new);

        assertThat(STACK.compose("logs")).isNotBlank().doesNotContain(secrets);
        for (String image : STACK.compose("config", "--images").lines().toList()) {
            assertThat(ContainerStackExtension.docker("history", "--no-trunc", image))
                    .doesNotContain(secrets);
        }
    }

    /** Whoever gets into one application has the database and the secrets of that one only. */
    @Test
    @Order(4)
    void noApplicationIsTheAdministratorAndEachHasItsOwnSecretsOnly() throws Exception {
        assertThat(runs.sql("SHOW GRANTS FOR loanflow"))
                .contains("GRANT USAGE ON *.*", "GRANT ALL PRIVILEGES ON `loanflow`.*")
                .doesNotContain("GRANT OPTION");
        for (DatabaseAccount account : DatabaseAccount.values()) {
            assertThat(runs.sql("SHOW GRANTS FOR " + account.user()))
                    .contains("GRANT USAGE ON *.*")
                    .doesNotContain("GRANT ALL", "GRANT OPTION");
        }
        assertThat(runs.sql("SHOW GRANTS FOR loanflow_monitoring"))
                .contains("GRANT SELECT, INSERT, CREATE ON `loanflow`.`ledger_entry`");
        Map<String, List<String>> known = Map.of(
                "ingestion-service", List.of("LOANFLOW_DB_INGESTION_PASSWORD"),
                "preprocessing-service",
                        List.of(
                                "LOANFLOW_DB_PREPROCESSING_PASSWORD",
                                "LOANFLOW_REDIS_PASSWORD",
                                "LOANFLOW_BATCH_SECRET"),
                "training-service", List.of("LOANFLOW_REDIS_PASSWORD", "LOANFLOW_BATCH_SECRET"),
                "serving-service", List.of("LOANFLOW_DB_SERVING_PASSWORD"),
                "monitoring-service", List.of("LOANFLOW_DB_MONITORING_PASSWORD"),
                "workflow-worker", List.of());
        for (var service : known.entrySet()) {
            String environment = STACK.compose("exec", "-T", service.getKey(), "env");
            for (String secret : SECRETS) {
                assertThat(environment.contains(STACK.setting(secret)))
                        .as("%s knows %s", service.getKey(), secret)
                        .isEqualTo(service.getValue().contains(secret));
            }
        }
    }

    @Test
    @Order(4)
    void nobodyIsAnsweredWithoutAKeyAndAKeyIsWorthSomethingUntilItIsRevoked() throws Exception {
        String url = STACK.configuration().servingUrl();
        Outcome created = STACK.program().run("keys", "create", "--name", "web-shop", "--role", "predict");
        ServiceAddress shop = new ServiceAddress(
                url, Optional.of(created.text().lines().findFirst().orElseThrow()));
        ServiceAddress nobody = new ServiceAddress(url, Optional.empty());

        assertThat(created.code()).as(created.text()).isZero();
        assertThat(status(nobody)).isEqualTo(401);
        await().atMost(Duration.ofSeconds(2)).until(() -> status(shop) == 200);
        assertThat(STACK.program().run("keys", "revoke", "web-shop").code()).isZero();
        await().atMost(Duration.ofSeconds(2)).until(() -> status(shop) == 401);
        for (String service : List.of(
                STACK.configuration().ingestionUrl(), STACK.configuration().monitoringUrl())) {
            assertThat(status(new ServiceAddress(service, Optional.empty()))).isEqualTo(401);
        }
    }

    private static int status(ServiceAddress service) throws Exception {
        return HttpClient.newHttpClient()
                .send(service.request("/api/v1/model").build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource({"INGEST, columnstore", "PREPROCESS, temporal", "TRAIN, training-service", "SERVE, mlflow"})
    void aContainerKilledInTheMiddleChangesNothingButTheTime(Stage stage, String container) throws Exception {
        Result result = runs.run(new Fault(stage, container));

        assertThat(result.rows()).as(result.text()).isEqualTo(ContainerRuns.VALID_ROWS);
        assertThat(result.duplicates()).isZero();
        assertThat(result.mlflowRuns()).isEqualTo(1);
        assertThat(result.versions()).isEqualTo(1);
        assertThat(result.digest()).isEqualTo(undisturbed.digest());
    }

    @Test
    @Order(6)
    void severalOfAServiceShareTheWorkAndServeTheSameChampion() throws Exception {
        STACK.compose(
                Map.of("LOANFLOW_SERVING_PORTS", "0"),
                "up",
                "--detach",
                "--wait",
                "--scale",
                "training-service=2",
                "--scale",
                "preprocessing-service=2",
                "--scale",
                "serving-service=2");
        List<String> replicas = STACK.compose("ps", "--format", "{{.Name}}", "serving-service")
                .lines()
                .toList();
        assertThat(replicas).hasSize(2);

        Result result = runs.run(null);

        assertThat(result.digest()).isEqualTo(undisturbed.digest());
        for (String replica : replicas) {
            String url = "http://"
                    + ContainerStackExtension.docker("port", replica, "8080/tcp")
                            .strip();
            await().until(() -> new ServingClient(STACK.service(url), "loan")
                    .model()
                    .filter(model -> model.path("version").asInt() == result.version())
                    .isPresent());
        }
        assertThat(pollers("training")).isEqualTo(2);
        assertThat(pollers("preprocessing")).isEqualTo(2);
    }

    /** Workers that ask a task queue for activities. */
    private static long pollers(String taskQueue) throws Exception {
        return ContainerStackExtension.docker(
                        "exec",
                        STACK.container("temporal"),
                        "temporal",
                        "task-queue",
                        "describe",
                        "--task-queue",
                        taskQueue,
                        "--task-queue-type",
                        "activity")
                .lines()
                .filter(line -> line.contains("@"))
                .map(line -> line.replaceAll(".*?([0-9]+@\\S+).*", "$1"))
                .distinct()
                .count();
    }

    private static String inspect(String container, String format) throws Exception {
        return ContainerStackExtension.docker("inspect", "--format", format, container)
                .strip();
    }
}
