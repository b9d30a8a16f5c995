package io.loanflow.localstack.command;

import io.loanflow.localstack.container.ContainerStack;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackLock;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.stack.Stopper;
import io.loanflow.localstack.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops what up started. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop the applications, then the servers. Servers that up only used are left alone.")
final class DownCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--purge",
            description =
                    "Delete .loanflow or the containers' volumes too: databases, models, runs and logs. Installed programs stay in the cache.")
    private boolean purge;

    DownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        StateDirectory state = surroundings.state();
        Terminal terminal = surroundings.terminal();
        if (!state.exists()) {
            terminal.line("Nothing runs.");
            return 0;
        }
        StackLock lock = StackLock.take(state);
        try (lock) {
            if (state.configuration().filter(StackConfiguration::containers).isPresent()) {
                terminal.line("Stopping the containers");
                new ContainerStack(surroundings.installation(), state).stop(purge);
            }
            List<String> components = Stopper.recorded(state);
            if (!components.isEmpty()) {
                terminal.line("Stopping " + String.join(", ", components));
            }
            Stopper.stop(state, components);
            if (purge) {
                state.delete();
            }
            terminal.line(purge ? "Everything is stopped and deleted." : "Nothing runs.");
        }
        return 0;
    }
}
