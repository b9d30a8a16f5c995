package io.loanflow.localstack.command;

import io.loanflow.localstack.audit.LedgerClient;
import io.loanflow.localstack.audit.LedgerTable;
import io.loanflow.localstack.stack.StackConfiguration;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Lists what the ledger says of a data set. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the latest releases of a data set as the ledger has them, the newest first.")
final class AuditListCommand extends ListCommand<JsonNode> {

    private final Surroundings surroundings;

    AuditListCommand(Surroundings surroundings) {
        super(surroundings);
        this.surroundings = surroundings;
    }

    @Override
    List<JsonNode> entries(StackConfiguration configuration, String dataset) {
        return new LedgerClient(surroundings.service(configuration.monitoringUrl())).releases(dataset);
    }

    @Override
    String none() {
        return "has no release in the ledger; loanflow run makes one.";
    }

    @Override
    List<String> table(List<JsonNode> entries) {
        return LedgerTable.lines(entries);
    }
}
