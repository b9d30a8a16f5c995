package io.loanflow.localstack.stack;

import io.loanflow.localservers.ServerProcess;
import java.util.List;
import java.util.stream.Stream;

/** Stops recorded processes: applications first, while the servers they talk to still answer. */
public final class Stopper {

    private Stopper() {}

    /** Every component that was ever started and not stopped, running or not. */
    public static List<String> recorded(StateDirectory state) {
        return names().filter(name -> state.process(name).isPresent()).toList();
    }

    /** Politely, after 15 s by force, all of a kind at the same time. */
    public static void stop(StateDirectory state, List<String> components) {
        List<String> servers = Stream.of(Server.values()).map(Server::component).toList();
        stopTogether(
                state,
                components.stream().filter(name -> !servers.contains(name)).toList());
        stopTogether(state, components.stream().filter(servers::contains).toList());
    }

    private static void stopTogether(StateDirectory state, List<String> components) {
        List<Thread> stops = components.stream()
                .map(name -> new Thread(() -> stop(state, name), "stop-" + name))
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

    private static void stop(StateDirectory state, String component) {
        state.process(component).ifPresent(ServerProcess::stop);
        state.forget(component);
    }

    /** Of all components, servers first. */
    public static Stream<String> names() {
        return Stream.concat(
                Stream.of(Server.values()).map(Server::component),
                Stream.of(Application.values()).map(Application::module));
    }
}
