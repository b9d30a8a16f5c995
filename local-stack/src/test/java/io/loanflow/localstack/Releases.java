package io.loanflow.localstack;

import io.loanflow.localstack.audit.LedgerClient;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StateDirectory;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A data set's versions, and what the ledger has of them. */
record Releases(LoanflowProgram program, String dataset) {

    /** Number of the version that is the champion. */
    int champion() {
        return JsonMapper.shared()
                .readTree(program.run("models", "--json", "--dataset", dataset).text())
                .valueStream()
                .filter(version -> version.path("aliases")
                        .valueStream()
                        .anyMatch(alias -> alias.asString().equals("champion")))
                .mapToInt(version -> version.path("version").asInt())
                .findFirst()
                .orElseThrow();
    }

    /** The newest entry; missing where there is none. */
    JsonNode newest() {
        return entries().stream().findFirst().orElse(MissingNode.getInstance());
    }

    /** About a version. */
    List<JsonNode> entries(String type, int version) {
        return entries().stream()
                .filter(entry -> entry.path("type").asString().equals(type)
                        && entry.at("/body/version/version").asInt() == version)
                .toList();
    }

    /** The newest first; none while the monitoring service is down. */
    private List<JsonNode> entries() {
        String monitoring = new StateDirectory(program.state())
                .configuration()
                .orElseThrow()
                .monitoringUrl();
        try {
            return new LedgerClient(new ServiceAddress(monitoring, Optional.empty())).releases(dataset);
        } catch (StackException notNow) {
            return List.of();
        }
    }
}
