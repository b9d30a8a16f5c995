package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long a fit takes and how much memory it needs. */
final class FitBenchmark {

    /** Both of this machine's threads: the number the goals are about. */
    private static final int THREADS = 2;

    private static final int MANY_ROWS = 200_000;

    private final Options options;

    private final Comparison comparison;

    private final Path directory;

    FitBenchmark(Options options, Path directory) {
        this.options = options;
        this.comparison = new Comparison(options.rounds());
        this.directory = directory;
    }

    void fit(String name, CsvRows rows, @Nullable String memoryGoal) throws IOException {
        Path file = directory.resolve("fit.rows");
        RowsFile.write(rows, file);
        int warmUps = rows.size() < MANY_ROWS ? 3 : 1;
        if (options.peer() == null) {
            Rounds ours = comparison.alone(warmUps, () -> Fit.seconds(rows, 1, THREADS));
            Comparison.report("fit s, " + shape(name, rows), ours, "-", "-", "-");
        } else {
            fitBoth(name, rows, file, warmUps, options.peer());
        }
        if (memoryGoal != null) {
            memory(shape(name, rows), file, memoryGoal);
        }
        Files.delete(file);
    }

    private void fitBoth(String name, CsvRows rows, Path file, int warmUps, Peer.Command command) {
        try (Peer peer = command.start()) {
            peer.ask("train " + file);
            Comparison.Pair pair = comparison.inTurns(
                    warmUps, () -> Fit.seconds(rows, 1, THREADS), () -> peer.ask("fit 1 " + THREADS));
            Comparison.report("fit s, " + shape(name, rows), pair.ours(), pair.theirs(), pair.ratio(), ">= 3");
        }
    }

    /** Both in a process that does nothing but read the rows and fit once. */
    private void memory(String shape, Path file, String goal) throws IOException {
        double ours = ChildJvm.measure(PeakMemory.class, file.toString(), Integer.toString(THREADS));
        if (options.peer() == null) {
            Comparison.report("peak memory MB, " + shape, Rounds.number(ours), "-", "-", "-");
            return;
        }
        try (Peer peer = options.peer().start()) {
            peer.ask("train " + file);
            peer.ask("fit 1 " + THREADS);
            double theirs = peer.ask("peak");
            Comparison.report(
                    "peak memory MB, " + shape,
                    Rounds.number(ours),
                    Rounds.number(theirs),
                    Rounds.number(theirs / ours),
                    goal);
        }
    }

    void threads(CsvRows rows) {
        Comparison.Pair pair = comparison.inTurns(3, () -> Fit.seconds(rows, 1, 2), () -> Fit.seconds(rows, 1, 1));
        Comparison.report("fit s, 2 threads against 1", pair.ours(), pair.theirs(), pair.ratio(), ">= 1.8");
    }

    void growth(CsvRows rows) {
        CsvRows many = MadeUpRows.repeated(rows, options.growthRows() / rows.size());
        Comparison.Pair pair =
                comparison.inTurns(1, () -> Fit.seconds(rows, 1, THREADS), () -> Fit.seconds(many, 1, THREADS));
        String what = String.format(Locale.ROOT, "fit s, %,d rows, then %,d", rows.size(), many.size());
        Comparison.report(what, pair.ours(), pair.theirs(), pair.ratio(), "<= 130 for 100 times the rows");
    }

    private static String shape(String name, CsvRows rows) {
        return String.format(Locale.ROOT, "%s %,d x %d", name, rows.size(), rows.columns().length);
    }
}
