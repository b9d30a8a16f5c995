package io.loanflow.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerSettingsTest {

    @TempDir
    Path directory;

    @Test
    void passwordsAreGeneratedForTheOwnerOnly() throws Exception {
        ContainerSettings settings = make(Map.of());

        Map<String, String> values = settings.over(Map.of());
        assertThat(values.get("LOANFLOW_DB_PASSWORD"))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(values.get("LOANFLOW_REDIS_PASSWORD"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void secretsThatAnEarlierReleaseDidNotKnowAreAdded() throws Exception {
        ContainerSettings settings = new ContainerSettings(directory.resolve(".env"), "loanflow-test");
        Files.writeString(settings.file(), "# mine\nLOANFLOW_DB_PASSWORD=kept\nLOANFLOW_BATCH_SECRET=\n");
        settings.complete();
        String completed = Files.readString(settings.file());
        settings.complete();

        assertThat(Files.readString(settings.file())).isEqualTo(completed).startsWith("# mine\n");
        assertThat(settings.over(Map.of()))
                .containsEntry("LOANFLOW_DB_PASSWORD", "kept")
                .containsKeys(ContainerSettings.SECRETS.toArray(String[]::new))
                .allSatisfy((name, value) -> assertThat(value).isNotEmpty());
    }

    @Test
    void portsAreKeptForLaterCommands() {
        ContainerSettings settings = make(Map.of("LOANFLOW_SERVING_PORT", "9090"));

        assertThat(StackConfiguration.ofContainers(settings.over(Map.of()), false)
                        .servingUrl())
                .isEqualTo("http://127.0.0.1:9090");
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() {
        ContainerSettings settings = make(Map.of("LOANFLOW_SERVING_PORT", "9090"));

        assertThat(settings.over(Map.of("LOANFLOW_SERVING_PORT", "9191")))
                .containsEntry("LOANFLOW_SERVING_PORT", "9191")
                .containsEntry("COMPOSE_PROJECT_NAME", "loanflow-test");
    }

    private ContainerSettings make(Map<String, String> environment) {
        ContainerSettings settings = new ContainerSettings(directory.resolve(".env"), "loanflow-test");
        assertThat(settings.exist()).isFalse();
        settings.make(StackConfiguration.ofContainers(environment, false), new StateDirectory(directory).keys());
        return settings;
    }
}
