package io.loanflow.localstack.command;

import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Lists what a data set has of something. */
abstract class ListCommand<T> implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Those of a stack that was started. */
    abstract List<T> entries(StackConfiguration configuration, String dataset);

    /** What is told where there are none, after the words "Data set NAME". */
    abstract String none();

    /** The first line is the head. */
    abstract List<String> table(List<T> entries);

    @Override
    public final Integer call() {
        List<T> entries = entries(surroundings.started(), dataset.name());
        Terminal terminal = surroundings.terminal();
        if (json) {
            terminal.line(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(entries));
        } else if (entries.isEmpty()) {
            terminal.line("Data set " + dataset.name() + " " + none());
        } else {
            terminal.table(table(entries));
        }
        return 0;
    }
}
