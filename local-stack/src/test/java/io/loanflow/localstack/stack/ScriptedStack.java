package io.loanflow.localstack.stack;

import io.loanflow.localservers.ReadinessProbe;
import io.loanflow.localservers.ServerCommand;
import io.loanflow.localservers.ServerFiles;
import io.loanflow.localservers.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of what starts and watches: components that are shell scripts, in a state directory of their own. */
abstract class ScriptedStack {

    static final String FOR_EVER = "exec sleep 600";
    static final ReadinessProbe ALWAYS = () -> true;
    static final Duration TIME_TO_START = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    StateDirectory state = new StateDirectory(Path.of("."));
    final StackConfiguration configuration = StackConfiguration.of(Map.of(), true);

    /** Names, in the order of their launches. */
    final List<String> launched = new CopyOnWriteArrayList<>();

    @BeforeEach
    void makeState() {
        state = new StateDirectory(directory.resolve("state"));
        state.create();
    }

    @AfterEach
    void killEverything() {
        Stopper.kill(state, Stopper.recorded(state));
    }

    Starter starter(Component... components) {
        return new Starter(state, configuration, List.of(components));
    }

    Component component(String name, String script) {
        return component(name, List.of(), script, ALWAYS);
    }

    Component component(String name, List<String> needs, String script, ReadinessProbe probe) {
        return new Component(name, List.of(), "", needs, TIME_TO_START, 1, () -> launch(name, script), () -> probe);
    }

    ServerProcess launch(String name, String script) {
        launched.add(name);
        return ServerProcess.launch(new ServerCommand(
                name, List.of("bash", "-c", script), Map.of(), new ServerFiles(directory, state.log(name))));
    }

    void kill(String name) {
        ProcessHandle process =
                ProcessHandle.of(state.process(name).orElseThrow().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }
}
