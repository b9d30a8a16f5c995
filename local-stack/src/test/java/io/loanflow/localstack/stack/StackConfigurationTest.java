package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.DatabaseAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackConfigurationTest {

    @Test
    void everyPortHasADefaultThatIsWrittenInTheDocumentation() {
        StackConfiguration configuration = StackConfiguration.of(Map.of(), false);

        assertThat(configuration.ports())
                .containsOnly(
                        Map.entry(Port.SERVING, 8080),
                        Map.entry(Port.INGESTION, 8081),
                        Map.entry(Port.PREPROCESSING, 8082),
                        Map.entry(Port.TRAINING, 8083),
                        Map.entry(Port.WORKER, 8084),
                        Map.entry(Port.MONITORING, 8085),
                        Map.entry(Port.TEMPORAL, 7233),
                        Map.entry(Port.TEMPORAL_UI, 8233),
                        Map.entry(Port.MLFLOW, 5000),
                        Map.entry(Port.MARIADB, 13306),
                        Map.entry(Port.REDIS, 16379));
        assertThat(configuration.connections().external()).isEmpty();
        assertThat(configuration.servingUrl()).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void everyPortCanBeSetAndEveryoneIsToldOfIt() {
        StackConfiguration configuration = StackConfiguration.of(
                Map.of(
                        "LOANFLOW_TEMPORAL_PORT", "1001",
                        "LOANFLOW_TEMPORAL_UI_PORT", "1002",
                        "LOANFLOW_MLFLOW_PORT", "1003",
                        "LOANFLOW_MARIADB_PORT", "1004",
                        "LOANFLOW_REDIS_PORT", "1005"),
                false);

        Connections connections = configuration.connections();
        assertThat(connections.environment(Application.PREPROCESSING))
                .containsEntry("TEMPORAL_ADDRESS", "127.0.0.1:1001")
                .containsEntry("MLFLOW_TRACKING_URI", "http://127.0.0.1:1003")
                .containsEntry("LOANFLOW_DB_URL", "jdbc:mariadb://127.0.0.1:1004/loanflow")
                .containsEntry("REDIS_URL", "redis://:" + connections.redisPassword() + "@127.0.0.1:1005");
        assertThat(connections.temporalUi()).isEqualTo("http://127.0.0.1:1002");
    }

    @Test
    void noFreePortIsChosenForTwoServers() {
        for (int i = 0; i < 300; i++) {
            assertThat(StackConfiguration.of(Map.of(), true).ports().values()).doesNotHaveDuplicates();
        }
    }

    @Test
    void freePortsLeaveThoseThatAreSet() {
        StackConfiguration configuration = StackConfiguration.of(Map.of("LOANFLOW_SERVING_PORT", "9999"), true);

        assertThat(configuration.port(Port.SERVING)).isEqualTo(9999);
        assertThat(configuration.port(Port.MLFLOW)).isNotEqualTo(5000);
        assertThat(Set.copyOf(configuration.ports().values())).hasSize(Port.values().length);
    }

    @Test
    void everyWrongPortIsNamedAtOnce() {
        assertThatThrownBy(() -> StackConfiguration.of(
                        Map.of("LOANFLOW_SERVING_PORT", "http", "LOANFLOW_REDIS_PORT", "70000"), false))
                .isInstanceOf(SettingException.class)
                .hasMessage("LOANFLOW_SERVING_PORT must be a port from 1 to 65535, is http\n"
                        + "LOANFLOW_REDIS_PORT must be a port from 1 to 65535, is 70000");
    }

    @Test
    void onePortForTwoIsRefused() {
        assertThatThrownBy(() -> StackConfiguration.of(Map.of("LOANFLOW_SERVING_PORT", "5000"), false))
                .hasMessage("LOANFLOW_SERVING_PORT and LOANFLOW_MLFLOW_PORT are both 5000; give them different ports");
    }

    @Test
    void serversNamedByTheEnvironmentAreUsedAsTheyAre() {
        Connections connections = StackConfiguration.of(
                        Map.of(
                                "TEMPORAL_ADDRESS", "temporal.example:7233",
                                "TEMPORAL_NAMESPACE", "loans",
                                "MLFLOW_TRACKING_URI", "https://mlflow.example",
                                "LOANFLOW_DB_URL", "jdbc:mariadb://db.example/loans",
                                "LOANFLOW_DB_USER", "me",
                                "LOANFLOW_DB_PASSWORD", "secret",
                                "REDIS_URL", "redis://:secret@redis.example:6379"),
                        false)
                .connections();

        assertThat(connections.external()).containsExactlyInAnyOrder(Server.values());
        assertThat(connections.environment(Application.PREPROCESSING))
                .containsEntry("TEMPORAL_ADDRESS", "temporal.example:7233")
                .containsEntry("TEMPORAL_NAMESPACE", "loans")
                .containsEntry("MLFLOW_TRACKING_URI", "https://mlflow.example")
                .containsEntry("LOANFLOW_DB_URL", "jdbc:mariadb://db.example/loans")
                .containsEntry("LOANFLOW_DB_USER", "me")
                .containsEntry("LOANFLOW_DB_PASSWORD", "secret")
                .containsEntry("REDIS_URL", "redis://:secret@redis.example:6379");
        assertThat(connections.temporalUi()).isNull();
    }

    @Test
    void anApplicationIsToldThePasswordsOfWhatItUsesOnly() {
        Connections connections = StackConfiguration.of(Map.of(), false).connections();
        Map<DatabaseAccount, String> passwords = Objects.requireNonNull(connections.databasePasswords());

        assertThat(connections.environment(Application.PREPROCESSING))
                .containsEntry("LOANFLOW_DB_USER", "loanflow_preprocessing")
                .containsEntry("LOANFLOW_DB_PASSWORD", passwords.get(DatabaseAccount.PREPROCESSING))
                .containsEntry("LOANFLOW_BATCH_SECRET", connections.batchSecret());
        assertThat(connections.environment(Application.TRAINING))
                .containsEntry("LOANFLOW_DB_USER", "")
                .containsEntry("LOANFLOW_DB_PASSWORD", "")
                .containsEntry("LOANFLOW_BATCH_SECRET", connections.batchSecret())
                .containsEntry("REDIS_URL", connections.redisUrl());
        assertThat(connections.environment(Application.SERVING))
                .containsEntry("LOANFLOW_DB_USER", "loanflow_serving")
                .containsEntry("LOANFLOW_DB_PASSWORD", passwords.get(DatabaseAccount.SERVING))
                .containsEntry("LOANFLOW_BATCH_SECRET", "")
                .containsEntry("REDIS_URL", "");
        assertThat(connections.environment(Application.WORKER))
                .containsEntry("LOANFLOW_DB_PASSWORD", "")
                .containsEntry("REDIS_URL", "");
        assertThat(passwords.values())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .doesNotContain(connections.databasePassword());
    }

    /** As an earlier release kept it. */
    @Test
    void aStackWithoutAccountsOfTheServicesAndASecretGoesOn() {
        Connections now = StackConfiguration.of(Map.of(), false).connections();
        Connections before = new Connections(
                now.temporalAddress(),
                now.temporalNamespace(),
                now.temporalUi(),
                now.mlflow(),
                now.databaseUrl(),
                now.databaseUser(),
                now.databasePassword(),
                null,
                now.redisUrl(),
                null,
                now.external());

        assertThat(before.environment(Application.PREPROCESSING))
                .containsEntry("LOANFLOW_DB_USER", "loanflow")
                .containsEntry("LOANFLOW_DB_PASSWORD", now.databasePassword())
                .containsEntry("LOANFLOW_BATCH_SECRET", "");
    }

    @Test
    void noPasswordIsInAnAddressForPeople() {
        Connections connections = StackConfiguration.of(Map.of(), false).connections();

        assertThat(connections.redisPassword()).hasSize(32);
        assertThat(connections.databasePassword()).hasSize(32).isNotEqualTo(connections.redisPassword());
        for (Server server : Server.values()) {
            assertThat(connections.address(server))
                    .doesNotContain(connections.redisPassword())
                    .doesNotContain(connections.databasePassword());
        }
    }

    @Test
    void noPasswordOfAServerOfYoursIsInAnAddressForPeople() {
        Map<String, String> environment = Map.of(
                "MLFLOW_TRACKING_URI", "https://user:secret@mlflow.example/",
                "REDIS_URL", "redis://:secret@redis.example:6379");
        Connections connections = StackConfiguration.of(environment, false).connections();

        assertThat(connections.address(Server.MLFLOW)).isEqualTo("https://mlflow.example/");
        assertThat(connections.address(Server.REDIS)).isEqualTo("redis://redis.example:6379");
    }

    @Test
    void isReadBackAsItWasKeptAndNobodyElseMayReadIt(@TempDir Path directory) throws Exception {
        StateDirectory state =
                new StateDirectory(directory.resolve("with blanks").resolve("state"));
        state.create();
        StackConfiguration configuration = StackConfiguration.of(Map.of("REDIS_URL", "redis://:x@elsewhere:1"), false);

        state.write(configuration);

        assertThat(state.configuration()).contains(configuration);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.root())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.root().resolve("stack.json"))))
                .isEqualTo("rw-------");
    }
}
