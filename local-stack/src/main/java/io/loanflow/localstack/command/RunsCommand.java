package io.loanflow.localstack.command;

import io.loanflow.localstack.pipeline.PipelineClient;
import io.loanflow.localstack.pipeline.RunEntry;
import io.loanflow.localstack.pipeline.RunTable;
import io.loanflow.localstack.stack.StackConfiguration;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the runs of a data set. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "List the newest runs of the pipeline for a data set.")
final class RunsCommand extends ListCommand<RunEntry> {

    RunsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    List<RunEntry> entries(StackConfiguration configuration, String dataset) {
        try (PipelineClient client = PipelineClient.of(configuration)) {
            return client.newest(dataset);
        }
    }

    @Override
    String none() {
        return "has had no run; loanflow run starts one.";
    }

    @Override
    List<String> table(List<RunEntry> entries) {
        return RunTable.lines(entries, ZoneId.systemDefault());
    }
}
