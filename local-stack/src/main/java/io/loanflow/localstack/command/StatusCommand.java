package io.loanflow.localstack.command;

import io.loanflow.localstack.dataset.WrongDefinition;
import io.loanflow.localstack.stack.Condition;
import io.loanflow.localstack.stack.PartStatus;
import io.loanflow.localstack.terminal.Table;
import io.loanflow.localstack.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Shows every part of the stack. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Show what runs, what is in service, and which data sets' definitions are wrong.",
            "The exit code is 0 if everything is up, else 1."
        })
final class StatusCommand implements Callable<Integer> {

    private static final List<String> HEAD = List.of("NAME", "STATE", "PID", "MEMORY", "ADDRESS");
    private static final int PROBLEM_LINES = 5;

    private final Surroundings surroundings;
    private final Terminal terminal;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean json;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.terminal = surroundings.terminal();
    }

    @Override
    public Integer call() {
        StackReport report = surroundings
                .lastStack()
                .map(stack -> StackReport.of(surroundings, stack))
                .orElse(StackReport.NOTHING);
        if (json) {
            terminal.line(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else if (report.parts().isEmpty()) {
            terminal.line("Nothing was started here. loanflow up does it.");
        } else {
            print(report);
        }
        return report.up() ? 0 : 1;
    }

    private void print(StackReport report) {
        printParts(report.parts());
        terminal.line("");
        if (report.models().isEmpty()) {
            terminal.line("  No model is in service.");
        }
        report.models()
                .forEach(model -> terminal.line("  Model " + model.name() + " version " + model.version()
                        + " is in service (" + model.origin().toLowerCase(Locale.ROOT) + " data)."));
        report.wrongDefinitions().forEach(this::print);
        if (report.parts().stream().anyMatch(part -> part.condition() == Condition.ENDED)) {
            terminal.line("  loanflow logs NAME shows why something ended, loanflow up starts it.");
        }
    }

    private void printParts(List<PartStatus> parts) {
        List<List<String>> rows =
                new ArrayList<>(parts.stream().map(StatusCommand::cells).toList());
        long memory = parts.stream()
                .map(PartStatus::memoryBytes)
                .mapToLong(bytes -> bytes == null ? 0 : bytes)
                .sum();
        rows.add(List.of("", "", "", megabytes(memory), ""));
        List<String> lines = Table.lines(HEAD, rows);
        terminal.line(terminal.dim(lines.get(0)));
        for (int i = 0; i < parts.size(); i++) {
            terminal.line(coloured(parts.get(i), lines.get(i + 1)));
        }
        terminal.line(terminal.dim(lines.get(parts.size() + 1)));
    }

    private static List<String> cells(PartStatus part) {
        return List.of(
                part.name(),
                part.condition().name().toLowerCase(Locale.ROOT),
                part.pid() == null ? "" : part.pid().toString(),
                megabytes(part.memoryBytes()),
                part.address());
    }

    private String coloured(PartStatus part, String line) {
        return switch (part.condition()) {
            case UP, EXTERNAL -> line;
            case STARTING -> terminal.yellow(line);
            case ENDED, STOPPED -> terminal.red(line);
        };
    }

    private void print(WrongDefinition wrong) {
        List<String> lines = wrong.problem().lines().toList();
        terminal.line(terminal.yellow("  Data set " + wrong.dataset() + " cannot be loaded:"));
        lines.stream().limit(PROBLEM_LINES).forEach(line -> terminal.line("    " + line));
        if (lines.size() > PROBLEM_LINES) {
            terminal.line("    and " + (lines.size() - PROBLEM_LINES) + " problems more");
        }
    }

    private static String megabytes(@Nullable Long bytes) {
        return bytes == null ? "" : String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000);
    }
}
