package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.LocalServerException;
import io.loanflow.localservers.ReadinessProbe;
import io.loanflow.localservers.ServerCommand;
import io.loanflow.localservers.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {

    @TempDir
    Path directory;

    private StateDirectory state = new StateDirectory(Path.of("."));
    private final StackConfiguration configuration = StackConfiguration.of(Map.of(), true);
    private final List<String> launched = new CopyOnWriteArrayList<>();

    @BeforeEach
    void makeState() {
        state = new StateDirectory(directory.resolve("state"));
        state.create();
    }

    @AfterEach
    void stopEverything() {
        Stopper.stop(state, Stopper.recorded(state));
    }

    @Test
    void aComponentStartsOnceWhatItNeedsAnswers() {
        Path answers = directory.resolve("answers");
        Component redis = component("redis", List.of(), () -> {
            boolean again = Files.exists(answers);
            Files.writeString(answers, "");
            return again && launched.equals(List.of("redis"));
        });
        Component worker = component("workflow-worker", List.of("redis"), () -> true);

        starter(redis, worker).start(StartListener.SILENT);

        assertThat(launched).containsExactly("redis", "workflow-worker");
        assertThat(Stopper.recorded(state)).containsExactly("redis", "workflow-worker");
    }

    @Test
    void whatRunsIsNotStartedAgain() {
        Component redis = component("redis", List.of(), () -> true);
        starter(redis).start(StartListener.SILENT);

        Starter second = starter(redis);

        assertThat(second.missing()).isEmpty();
        second.start(StartListener.SILENT);
        assertThat(launched).containsExactly("redis");
        assertThat(second.hasStarted()).isFalse();
    }

    @Test
    void whatWasKilledIsStartedAgain() {
        Component redis = component("redis", List.of(), () -> true);
        starter(redis).start(StartListener.SILENT);
        kill("redis");

        assertThat(starter(redis).missing()).containsExactly(redis);
        assertThat(PartStatus.of(redis, state).condition()).isEqualTo(Condition.ENDED);
        starter(redis).start(StartListener.SILENT);

        assertThat(launched).containsExactly("redis", "redis");
        PartStatus status = PartStatus.of(redis, state);
        assertThat(status.condition()).isEqualTo(Condition.UP);
        assertThat(status.memoryBytes()).isPositive();
    }

    @Test
    void whereOneDoesNotStartTheOthersAreStopped() {
        Component redis = component("redis", List.of(), () -> true);
        Component broken = new Component(
                "temporal",
                List.of(),
                "",
                List.of("redis"),
                Duration.ofSeconds(20),
                1,
                () -> launch("temporal", "echo no space left; exit 3"),
                () -> () -> false);

        assertThatThrownBy(() -> starter(redis, broken).start(StartListener.SILENT))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("temporal ended before it was ready")
                .hasMessageContaining("no space left");

        assertThat(Stopper.recorded(state)).isEmpty();
        assertThat(PartStatus.of(redis, state).condition()).isEqualTo(Condition.STOPPED);
    }

    @Test
    void whatMayBeTriedAgainIsStartedASecondTime() {
        Path first = directory.resolve("first");
        Component worker = new Component(
                "workflow-worker",
                List.of(),
                "",
                List.of(),
                Duration.ofSeconds(20),
                2,
                () -> {
                    launched.add("workflow-worker");
                    return launch(
                            "workflow-worker",
                            "[ -e " + first + " ] || { touch " + first + "; exit 1; }; touch " + first
                                    + ".again; exec sleep 600");
                },
                () -> () -> Files.exists(Path.of(first + ".again")));

        starter(worker).start(StartListener.SILENT);

        assertThat(launched).containsExactly("workflow-worker", "workflow-worker");
        assertThat(PartStatus.of(worker, state).condition()).isEqualTo(Condition.UP);
    }

    @Test
    void onlyOneCommandAtATimeStartsOrStops() {
        StackLock lock = StackLock.take(state);
        try (lock) {
            assertThat(StackLock.tryTake(state)).isEmpty();
        }
        StackLock again = StackLock.take(state);
        again.close();
    }

    private Starter starter(Component... components) {
        return new Starter(state, configuration, List.of(components));
    }

    private Component component(String name, List<String> needs, ReadinessProbe probe) {
        return new Component(
                name,
                List.of(),
                "",
                needs,
                Duration.ofSeconds(20),
                1,
                () -> {
                    launched.add(name);
                    return launch(name, "exec sleep 600");
                },
                () -> probe);
    }

    private ServerProcess launch(String name, String script) {
        return ServerProcess.launch(
                new ServerCommand(name, List.of("bash", "-c", script), Map.of(), directory, state.log(name)));
    }

    private void kill(String name) {
        ProcessHandle process =
                ProcessHandle.of(state.process(name).orElseThrow().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }
}
