package io.loanflow.localstack.command;

import io.loanflow.localstack.audit.LedgerClient;
import io.loanflow.localstack.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Verifies the ledger. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Hold all entries of the ledger, of every data set, against each other and against what MLflow keeps of",
            "their end, and name those that were changed, removed or put in; then the exit code is 1."
        })
final class AuditVerifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private @Nullable String anchor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    AuditVerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Option(
            names = "--anchor",
            paramLabel = "NUMBER:HASH",
            description = {
                "The ledger's end as an earlier verification printed it and you kept it:",
                "whoever can write to the database and to MLflow cannot change that."
            })
    void anchor(String text) {
        if (!text.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--anchor must be the number of an entry, a colon, and the 64 hexadecimal digits of its hash");
        }
        anchor = text;
    }

    @Override
    public Integer call() {
        LedgerClient ledger =
                new LedgerClient(surroundings.service(surroundings.started().monitoringUrl()));
        JsonNode check = ledger.verification(anchor);
        Terminal terminal = surroundings.terminal();
        check.path("notes").forEach(note -> terminal.line(terminal.yellow("! ") + note.asString()));
        check.path("findings")
                .forEach(finding -> terminal.line(
                        terminal.red("✗ ") + finding.path("problem").asString()));
        if (!check.path("sound").asBoolean()) {
            return ExitCode.SOFTWARE;
        }
        JsonNode head = check.path("head");
        terminal.line(terminal.green("✓ ") + "Entries, as they were written: "
                + check.path("entries").asLong()
                + (head.isObject()
                        ? "; the end, to be kept elsewhere: "
                                + head.path("number").asLong() + ":"
                                + head.path("hash").asString()
                        : ""));
        return ExitCode.OK;
    }
}
