package io.loanflow.localstack.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A stack as processes of this machine. */
public final class ProcessStack implements Stack {

    private final StateDirectory state;
    private final StackConfiguration configuration;
    private final List<Component> components;
    private final Starter starter;
    private final SupervisorNotes notes;

    public ProcessStack(Installation installation, StateDirectory state, StackConfiguration configuration) {
        this.state = state;
        this.configuration = configuration;
        components = new Components(installation, state, configuration).all();
        starter = new Starter(state, configuration, components);
        notes = new SupervisorNotes(state.log(Supervisor.NAME));
    }

    /** What runs keeps its settings; those of the environment are for a stack that does not run. */
    public static StackConfiguration configuration(
            StateDirectory state, Map<String, String> environment, boolean freePorts) {
        return (runs(state) ? state.configuration() : Optional.<StackConfiguration>empty())
                .orElseGet(() -> StackConfiguration.of(environment, freePorts));
    }

    private static boolean runs(StateDirectory state) {
        return Stopper.recorded(state).stream().anyMatch(state::isAlive);
    }

    @Override
    public StackConfiguration configuration() {
        return configuration;
    }

    @Override
    public boolean runs() {
        return !Stopper.recorded(state).isEmpty();
    }

    @Override
    public boolean isComplete() {
        return starter.missing().isEmpty();
    }

    @Override
    public List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    @Override
    public List<PartStatus> statuses() {
        Stream<PartStatus> external = configuration.connections().external().stream()
                .map(server -> new PartStatus(
                        server.component(),
                        Condition.EXTERNAL,
                        null,
                        null,
                        configuration.connections().address(server)));
        Stream<PartStatus> own = components.parallelStream().map(component -> PartStatus.of(component, state));
        return Stream.concat(external, own).toList();
    }

    @Override
    public void start(StartListener listener) {
        starter.start(listener);
    }

    @Override
    public boolean hasStarted() {
        return starter.hasStarted();
    }

    @Override
    public void stopStarted() {
        Stopper.stop(state, starter.giveUp());
    }

    @Override
    public void stopStartedSoon() {
        Stopper.stopSoon(state, starter.giveUp());
    }

    @Override
    public void killStarted() {
        Stopper.kill(state, starter.started());
    }

    @Override
    public void stop(boolean purge) {
        if (purge) {
            Stopper.stopSoon(state, Stopper.recorded(state));
        } else {
            Stopper.stop(state, Stopper.recorded(state));
        }
    }

    @Override
    public void bring(Path file, String place) {
        state.bring(file, place);
    }

    @Override
    public void watch(Consumer<String> told) {
        notes.tell(told);
        if (!runs()) {
            throw new StackException(
                    "The stack was stopped while the run was under way; it goes on after: loanflow up");
        }
    }

    @Override
    public int logs(LogRequest request) {
        return LogFiles.show(state, request);
    }
}
