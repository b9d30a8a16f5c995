package io.loanflow.localstack.stack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localservers.ServerCommand;
import io.loanflow.localservers.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path directory;

    private StateDirectory state = new StateDirectory(Path.of("."));
    private final StackConfiguration configuration = StackConfiguration.of(Map.of(), true);
    private final List<String> launched = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    @BeforeEach
    void makeState() {
        state = new StateDirectory(directory.resolve("state"));
        state.create();
    }

    @AfterEach
    void stopEverything() {
        Stopper.kill(state, Stopper.recorded(state));
    }

    @Test
    void whatWasKilledIsStartedAgain() {
        Component redis = started("exec sleep 600");
        Supervisor supervisor = supervisor(redis);
        kill("redis");

        await().until(() -> supervisor.look() && launched.size() == 2 && state.isAlive("redis"));

        assertThat(notes).containsExactly("redis had ended; starting again");
    }

    @Test
    void whatEndsAgainAndAgainIsGivenUp() {
        Component redis = component("redis", "exec sleep 600");
        new Starter(state, configuration, List.of(redis)).start(StartListener.SILENT);
        // Answers, and ends thereafter.
        Component failing = component("redis", "exec sleep 0.1");
        Supervisor supervisor = supervisor(failing);
        kill("redis");

        await().atMost(Duration.ofMinutes(3))
                .until(() -> supervisor.look() && notes.toString().contains("4 times"));

        assertThat(launched).hasSize(1 + RestartLimit.TIMES);
        assertThat(notes).last().asString().contains("within 5 min", "loanflow logs redis", "loanflow up");
        int told = notes.size();
        supervisor.look();
        assertThat(notes).hasSize(told);
    }

    @Test
    void whatSomebodyElseStartsOrStopsIsLeftToThem() {
        Supervisor supervisor = supervisor(started("exec sleep 600"));
        kill("redis");
        StackLock lock = StackLock.take(state);

        try (lock) {
            assertThat(supervisor.look()).isTrue();
        }

        assertThat(launched).hasSize(1);
        assertThat(notes).isEmpty();
    }

    @Test
    void itEndsWithTheStack() {
        Supervisor supervisor = supervisor(started("exec sleep 600"));
        Stopper.kill(state, List.of("redis"));

        supervisor.run();

        assertThat(launched).hasSize(1);
    }

    private Supervisor supervisor(Component... components) {
        return new Supervisor(state, configuration, List.of(components), notes::add);
    }

    private Component started(String script) {
        Component component = component("redis", script);
        new Starter(state, configuration, List.of(component)).start(StartListener.SILENT);
        return component;
    }

    private Component component(String name, String script) {
        return new Component(
                name,
                List.of(),
                "",
                List.of(),
                Duration.ofSeconds(20),
                1,
                () -> launch(name, script),
                () -> () -> true);
    }

    private ServerProcess launch(String name, String script) {
        launched.add(name);
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
