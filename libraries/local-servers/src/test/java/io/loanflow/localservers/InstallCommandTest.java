package io.loanflow.localservers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallCommandTest {

    @TempDir
    Path directory;

    @Test
    void theReasonIsNotLostBeforeALongAdvice() throws Exception {
        Path log = Files.writeString(directory.resolve("log"), "[ERROR] of another time\n");

        assertThatThrownBy(
                        () -> run(log, "echo [ERROR] no space left; for i in $(seq 99); do echo advice; done; exit 1"))
                .isInstanceOf(LocalServerException.class)
                .hasMessage("Cannot install. From " + log + ":\n[ERROR] no space left");
    }

    @Test
    void withoutAMarkedErrorTheEndOfTheLogIsShown() {
        Path log = directory.resolve("log");

        assertThatThrownBy(() -> run(log, "seq 99; exit 1"))
                .hasMessageStartingWith("Cannot install. From " + log + ":\n80\n")
                .hasMessageEndingWith("\n99");
    }

    private void run(Path log, String script) throws Exception {
        InstallCommand.run(List.of("bash", "-c", script), directory, log, "Cannot install");
    }
}
