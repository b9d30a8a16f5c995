package io.loanflow.localstack.stack;

import io.loanflow.localservers.FreePort;
import java.util.ArrayList;
import java.util.List;

/** Refuses to start what would find its port taken. */
final class BusyPorts {

    private BusyPorts() {}

    /** @throws StackException naming every busy port, who has it, and the setting that changes it */
    static void check(List<Component> components, StackConfiguration configuration) {
        List<String> problems = new ArrayList<>();
        for (Component component : components) {
            for (Port port : component.ports()) {
                int number = configuration.port(port);
                if (!FreePort.isFree(number)) {
                    problems.add("Port " + number + ", which " + component.name() + " needs, is taken by "
                            + owner(number) + ". Stop that, or set " + port.setting() + " to another port.");
                }
            }
        }
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
