package io.loanflow.localstack.command;

import io.loanflow.localstack.registry.ModelRegistry;
import io.loanflow.localstack.registry.ModelTable;
import io.loanflow.localstack.registry.ModelVersion;
import io.loanflow.localstack.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Lists the registered versions of a data set's model. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description =
                "List the versions of a data set's model: which one is champion, how good each is, what the gate said.")
final class ModelsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    ModelsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<ModelVersion> versions =
                new ModelRegistry(surroundings.started().connections().mlflow()).versions(dataset.name());
        Terminal terminal = surroundings.terminal();
        if (json) {
            terminal.line(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(versions));
        } else if (versions.isEmpty()) {
            terminal.line("Data set " + dataset.name() + " has no registered model; loanflow run trains one.");
        } else {
            terminal.table(ModelTable.lines(versions));
        }
        return 0;
    }
}
