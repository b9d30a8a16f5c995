package io.loanflow.localservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    @TempDir
    Path directory;

    @Test
    void childrenOfTheProcessAreStoppedWithIt() throws Exception {
        Path child = directory.resolve("child.pid");
        ServerProcess process =
                launch("sleep 600 & echo $! > " + child + ".partial; mv " + child + ".partial " + child + "; wait");
        process.awaitReady(Duration.ofSeconds(10), () -> Files.exists(child));
        long pid = Long.parseLong(Files.readString(child).strip());
        assertThat(process.isAlive()).isTrue();

        process.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(Files.exists(Path.of("/proc", Long.toString(pid), "exe"))).isFalse();
    }

    @Test
    void anotherProcessWithTheSamePidIsNotTakenForIt() {
        ServerProcess process = launch("sleep 600");
        ServerProcess earlier = new ServerProcess(
                process.name(), process.pid(), process.startedAt().minusSeconds(60), process.log());
        try {
            assertThat(earlier.isAlive()).isFalse();
        } finally {
            process.stop();
        }
    }

    @Test
    void anotherServersProcessesWithTheSamePidAreNotStopped() {
        ServerProcess process = launch("sleep 600");
        try {
            new ServerProcess("other", process.pid(), process.startedAt().minusSeconds(60), directory.resolve("other"))
                    .stop();

            assertThat(process.isAlive()).isTrue();
        } finally {
            process.stop();
        }
    }

    @Test
    void whatAKilledProcessLeftBehindIsStopped() throws Exception {
        Path child = directory.resolve("child.pid");
        ServerProcess process =
                launch("sleep 600 & echo $! > " + child + ".partial; mv " + child + ".partial " + child + "; wait");
        process.awaitReady(Duration.ofSeconds(10), () -> Files.exists(child));
        ProcessHandle left = ProcessHandle.of(
                        Long.parseLong(Files.readString(child).strip()))
                .orElseThrow();
        ProcessHandle first = ProcessHandle.of(process.pid()).orElseThrow();
        first.destroyForcibly();
        assertThat(first.onExit()).succeedsWithin(Duration.ofSeconds(10));

        process.stop();

        assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void endingBeforeReadyIsReportedWithTheEndOfTheLog() {
        ServerProcess process = launch("echo the disk is full; exit 3");

        assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> false))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("test ended before it was ready")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void whatAnswersInItsPlaceIsNotTakenForIt() throws Exception {
        ServerProcess process = launch("echo the port is taken; exit 3");
        ProcessHandle.of(process.pid()).ifPresent(handle -> handle.onExit().join());

        assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> true))
                .hasMessageContaining("test ended before it was ready")
                .hasMessageContaining("the port is taken");
    }

    @Test
    void whatRunsIsFoundByItsLog() {
        ServerProcess process = launch("echo up; exec sleep 600");
        try {
            process.awaitReady(Duration.ofSeconds(10), () -> Files.size(process.log()) > 0);

            assertThat(ServerProcess.running()).contains(process);
        } finally {
            process.stop();
        }
        assertThat(ServerProcess.running()).doesNotContain(process);
    }

    @Test
    void takingTooLongIsReportedAndStopsIt() {
        ServerProcess process = launch("sleep 600");

        assertThatThrownBy(() -> process.awaitReady(Duration.ofMillis(200), () -> false))
                .hasMessageContaining("was not ready after");

        assertThat(process.isAlive()).isFalse();
    }

    private ServerProcess launch(String script) {
        return ServerProcess.launch(
                new ServerCommand("test", List.of("bash", "-c", script), Map.of(), ServerFiles.in(directory, "test")));
    }
}
