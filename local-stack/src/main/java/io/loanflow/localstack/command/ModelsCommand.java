package io.loanflow.localstack.command;

import io.loanflow.localstack.registry.ModelRegistry;
import io.loanflow.localstack.registry.ModelTable;
import io.loanflow.localstack.registry.ModelVersion;
import io.loanflow.localstack.stack.StackConfiguration;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the registered versions of a data set's model. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description =
                "List the versions of a data set's model: which one is champion, how good each is, what the gate said.")
final class ModelsCommand extends ListCommand<ModelVersion> {

    ModelsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    List<ModelVersion> entries(StackConfiguration configuration, String dataset) {
        return new ModelRegistry(configuration.connections().mlflow()).versions(dataset);
    }

    @Override
    String none() {
        return "has no registered model; loanflow run trains one.";
    }

    @Override
    List<String> table(List<ModelVersion> entries) {
        return ModelTable.lines(entries);
    }
}
