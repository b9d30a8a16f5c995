package io.loanflow.localstack.stack;

import io.loanflow.localservers.FreePort;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Refuses to start what would find its port taken. */
public final class BusyPorts {

    private BusyPorts() {}

    /** @throws StackException naming every busy port, who has it, and the setting that changes it */
    static void check(List<Component> components, StackConfiguration configuration) {
        refuse(components.stream()
                .flatMap(component -> problems(component.name(), component.ports(), configuration))
                .toList());
    }

    /** @throws StackException as above */
    public static void check(String user, Collection<Port> ports, StackConfiguration configuration) {
        refuse(problems(user, ports, configuration).toList());
    }

    private static Stream<String> problems(String user, Collection<Port> ports, StackConfiguration configuration) {
        return ports.stream()
                .filter(port -> !FreePort.isFree(configuration.port(port)))
                .map(port -> "Port " + configuration.port(port) + ", which " + user + " needs, is taken by "
                        + owner(configuration.port(port)) + ". Stop that, or set " + port.setting()
                        + " to another port.");
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new StackException(
                    String.join("\n", problems) + "\nOr let --free-ports choose ports that nobody uses.");
        }
    }

    private static String owner(int port) {
        return PortOwner.of(port)
                .map(owner -> "process " + owner.pid() + " (" + owner.command() + ")")
                .orElse("a process of another user");
    }
}
