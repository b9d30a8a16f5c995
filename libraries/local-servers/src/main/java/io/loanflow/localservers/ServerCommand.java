package io.loanflow.localservers;

import java.util.List;
import java.util.Map;

/**
 * How a server is started.
 *
 * @param name for messages
 * @param command program and arguments, without secrets: other users can read them
 * @param environment added to this process's own; an empty value hides an inherited one
 */
public record ServerCommand(String name, List<String> command, Map<String, String> environment, ServerFiles files) {

    public ServerCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
