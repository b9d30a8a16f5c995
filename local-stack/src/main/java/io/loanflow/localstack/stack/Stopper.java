package io.loanflow.localstack.stack;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Stops recorded processes. */
public final class Stopper {

    /** An application may write its archive of classes first, which takes ten seconds of processor time. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(5);

    private Stopper() {}

    /** Every component that was ever started and not stopped, running or not. */
    public static List<String> recorded(StateDirectory state) {
        return names().filter(name -> state.process(name).isPresent()).toList();
    }

    /** Applications first, while the servers they talk to still answer; by force what takes too long. */
    public static void stop(StateDirectory state, List<String> components) {
        List<String> servers = Stream.of(Server.values()).map(Server::component).toList();
        stopTogether(
                state,
                components.stream().filter(name -> !servers.contains(name)).toList(),
                PATIENCE);
        stopTogether(state, components.stream().filter(servers::contains).toList(), PATIENCE);
    }

    /** All at the same time, for somebody who waits for the prompt or whose data are deleted next. */
    public static void stopSoon(StateDirectory state, List<String> components) {
        stopTogether(state, components, LITTLE_PATIENCE);
    }

    /** By force. */
    public static void kill(StateDirectory state, List<String> components) {
        stopTogether(state, components, Duration.ZERO);
    }

    private static void stopTogether(StateDirectory state, List<String> components, Duration patience) {
        List<Thread> stops = components.stream()
                .map(name -> new Thread(() -> stop(state, name, patience), "stop-" + name))
                .toList();
        stops.forEach(Thread::start);
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void stop(StateDirectory state, String component, Duration patience) {
        state.process(component).ifPresent(process -> process.stop(patience));
        state.forget(component);
    }

    /** Of all components, servers first, what watches over them last. */
    public static Stream<String> names() {
        return Stream.of(
                        Stream.of(Server.values()).map(Server::component),
                        Stream.of(Application.values()).map(Application::module),
                        Stream.of(Supervisor.NAME))
                .flatMap(names -> names);
    }
}
