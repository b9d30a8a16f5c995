package io.loanflow.localstack.command;

import io.loanflow.localstack.stack.LogFiles;
import io.loanflow.localstack.stack.LogRequest;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the log of one process. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show what a server or an application wrote.")
final class LogsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

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
    public Integer call() {
        LogRequest request = new LogRequest(name, lines, follow);
        return surroundings
                .lastStack()
                .filter(stack -> !LogFiles.OF_COMMANDS.contains(name))
                .map(stack -> stack.logs(request))
                .orElseGet(() -> LogFiles.show(surroundings.state(), request));
    }

    /** For the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return LogFiles.names().iterator();
        }
    }
}
