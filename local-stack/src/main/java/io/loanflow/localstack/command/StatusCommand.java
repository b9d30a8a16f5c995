package io.loanflow.localstack.command;

import io.loanflow.localservers.ServerProcess;
import io.loanflow.localstack.container.ContainerStack;
import io.loanflow.localstack.container.ContainerStatus;
import io.loanflow.localstack.prediction.ServingClient;
import io.loanflow.localstack.stack.Component;
import io.loanflow.localstack.stack.ComponentStatus;
import io.loanflow.localstack.stack.Components;
import io.loanflow.localstack.stack.Condition;
import io.loanflow.localstack.stack.Server;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows every process of the stack. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show what runs. The exit code is 0 if everything is up, else 1.")
final class StatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Terminal terminal;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.terminal = surroundings.terminal();
    }

    @Override
    public Integer call() {
        Optional<StackConfiguration> configuration = surroundings.state().configuration();
        if (configuration.isEmpty()) {
            terminal.line("Nothing was started here. loanflow up does it.");
            return 1;
        }
        return configuration.get().containers() ? containers(configuration.get()) : processes(configuration.get());
    }

    private int containers(StackConfiguration configuration) {
        List<ContainerStatus> statuses =
                new ContainerStack(surroundings.installation(), surroundings.state()).statusesWithMemory();
        if (statuses.isEmpty()) {
            terminal.line("No container runs. loanflow up --containers starts them.");
            return 1;
        }
        terminal.line(terminal.dim(row("NAME", "STATE", "", "MEMORY", "ADDRESS")));
        statuses.forEach(status -> terminal.line(row(
                status.name(),
                status.condition().name().toLowerCase(Locale.ROOT),
                "",
                status.memory(),
                configuration.publicAddress(status.name()))));
        terminal.line("");
        terminal.line("  " + model(configuration));
        return statuses.stream().allMatch(status -> status.condition() == Condition.UP) ? 0 : 1;
    }

    private int processes(StackConfiguration configuration) {
        List<ComponentStatus> statuses = new Components(
                        surroundings.installation(), surroundings.state(), configuration)
                .all().parallelStream()
                        .map(component -> ComponentStatus.of(component, surroundings.state()))
                        .toList();
        print(configuration, statuses);
        return statuses.stream().allMatch(status -> status.condition() == Condition.UP) ? 0 : 1;
    }

    private void print(StackConfiguration configuration, List<ComponentStatus> statuses) {
        terminal.line(terminal.dim(row("NAME", "STATE", "PID", "MEMORY", "ADDRESS")));
        for (Server server : configuration.connections().external()) {
            terminal.line(row(
                    server.component(),
                    "external",
                    "",
                    "",
                    configuration.connections().address(server)));
        }
        statuses.forEach(status -> terminal.line(row(status)));
        long memory = statuses.stream().mapToLong(ComponentStatus::memoryBytes).sum();
        terminal.line(terminal.dim(row("", "", "", megabytes(memory), "")).stripTrailing());
        terminal.line("");
        terminal.line("  " + model(configuration));
    }

    private String row(ComponentStatus status) {
        Component component = status.component();
        boolean runs = status.process().isPresent() && status.memoryBytes() > 0;
        String row = row(
                component.name(),
                status.condition().name().toLowerCase(Locale.ROOT),
                runs
                        ? status.process()
                                .map(ServerProcess::pid)
                                .map(Object::toString)
                                .orElse("")
                        : "",
                runs ? megabytes(status.memoryBytes()) : "",
                component.address());
        return switch (status.condition()) {
            case UP -> row;
            case STARTING -> terminal.yellow(row);
            case ENDED, STOPPED -> terminal.red(row);
        };
    }

    private static String model(StackConfiguration configuration) {
        return new ServingClient(configuration.servingUrl())
                .model()
                .map(model -> "Model " + model.path("name").asString() + " version "
                        + model.path("version").asInt() + " is in service ("
                        + model.path("origin").asString().toLowerCase(Locale.ROOT) + " data).")
                .orElse("No model is in service.");
    }

    private static String row(String name, String state, String pid, String memory, String address) {
        return String.format(Locale.ROOT, "  %-22s  %-9s  %8s  %9s  %s", name, state, pid, memory, address);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000);
    }
}
