package io.loanflow.localstack.pipeline;

import io.loanflow.localstack.terminal.Table;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Runs as lines for people. */
public final class RunTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private RunTable() {}

    /** The first line is the head; times are those of a zone. */
    public static List<String> lines(List<RunEntry> runs, ZoneId zone) {
        return Table.lines(
                List.of("RUN", "STATE", "STARTED", "TOOK", "VERSION", "VERDICT"),
                runs.stream().map(run -> cells(run, zone)).toList());
    }

    private static List<String> cells(RunEntry run, ZoneId zone) {
        return List.of(
                run.id(),
                run.state(),
                TIME.format(run.started().atZone(zone)),
                run.seconds() == null ? "" : String.format(Locale.ROOT, "%.1f s", run.seconds()),
                Objects.requireNonNullElse(run.version(), ""),
                Objects.requireNonNullElse(run.verdict(), "").toLowerCase(Locale.ROOT));
    }
}
