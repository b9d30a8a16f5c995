package io.loanflow.localstack.command;

import io.loanflow.localstack.container.ContainerStack;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.Stopper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the log of one process. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show what a server or an application wrote.")
final class LogsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "-f", description = "Go on showing what it writes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "100",
            description = "Start that many lines before the end (default: ${DEFAULT-VALUE}).")
    private int lines;

    LogsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean containers = surroundings
                .state()
                .configuration()
                .filter(StackConfiguration::containers)
                .isPresent();
        if (containers && !name.equals("build") && !name.equals("containers")) {
            // The database is another one there; Compose names the services it knows.
            return new ContainerStack(surroundings.installation(), surroundings.state()).logs(name, lines, follow);
        }
        List<String> names = names().toList();
        if (!names.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(), "No log is called " + name + ". There are " + String.join(", ", names));
        }
        Path log = surroundings.state().log(name);
        if (!Files.exists(log)) {
            throw new StackException(name + " has written nothing yet: " + log + " does not exist");
        }
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            // By name: the log of a process that is started again may be another file.
            command.add("-F");
        }
        command.add(log.toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static Stream<String> names() {
        return Stream.concat(Stopper.names(), Stream.of("build", "containers"));
    }

    /** For the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }
}
