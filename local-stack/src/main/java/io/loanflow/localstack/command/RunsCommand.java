package io.loanflow.localstack.command;

import io.loanflow.localstack.pipeline.PipelineClient;
import io.loanflow.localstack.pipeline.RunEntry;
import io.loanflow.localstack.pipeline.RunTable;
import io.loanflow.localstack.terminal.Terminal;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Lists the runs of a data set. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "List the newest runs of the pipeline for a data set.")
final class RunsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    RunsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<RunEntry> runs = runs();
        Terminal terminal = surroundings.terminal();
        if (json) {
            terminal.line(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(runs));
        } else if (runs.isEmpty()) {
            terminal.line("Data set " + dataset.name() + " has had no run; loanflow run starts one.");
        } else {
            terminal.table(RunTable.lines(runs, ZoneId.systemDefault()));
        }
        return 0;
    }

    private List<RunEntry> runs() {
        try (PipelineClient client = PipelineClient.of(surroundings.started())) {
            return client.newest(dataset.name());
        }
    }
}
