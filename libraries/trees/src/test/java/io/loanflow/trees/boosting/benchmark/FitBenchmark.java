package io.loanflow.trees.boosting.benchmark;

import io.loanflow.trees.boosting.BoostedScorer;
import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.forest.benchmark.ChildJvm;
import io.loanflow.trees.forest.benchmark.Comparison;
import io.loanflow.trees.forest.benchmark.Options;
import io.loanflow.trees.forest.benchmark.Peer;
import io.loanflow.trees.forest.benchmark.Rounds;
import io.loanflow.trees.forest.benchmark.RowsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How long a fit takes, how much memory it needs, and whether the models are as good. */
final class FitBenchmark {

    private static final int MANY_ROWS = 200_000;

    private final Options options;
    private final Comparison comparison;
    private final Path directory;
    private final Setting setting;
    private final CsvRows train;
    private final String shape;

    FitBenchmark(Options options, Path directory, Setting setting, String name, CsvRows train) {
        this.options = options;
        this.comparison = new Comparison(options.rounds());
        this.directory = directory;
        this.setting = setting;
        this.train = train;
        this.shape = String.format(
                Locale.ROOT,
                "%s %,d x %d, %d trees of %d leaves",
                name,
                train.size(),
                train.columns().length,
                setting.trees(),
                setting.leaves());
    }

    void fit(CsvRows test) throws IOException {
        for (int threads : new int[] {2, 1}) {
            for (Rival rival : Rival.values()) {
                if (options.peer() != null) {
                    compare(rival, threads, test);
                }
            }
        }
        Meter meter = new Meter();
        Comparison.Pair pair = comparison.inTurns(warmUps(), () -> ours(meter, 2), () -> ours(meter, 1));
        Comparison.report(
                "fit s, " + shape + ", 2 threads, then 1", pair.ours(), pair.theirs(), pair.ratio(), ">= 1.7");
    }

    private int warmUps() {
        return train.size() < MANY_ROWS ? 3 : 1;
    }

    private double ours(Meter meter, int threads) {
        return meter.seconds(() -> setting.grow(train, threads));
    }

    private void compare(Rival rival, int threads, CsvRows test) throws IOException {
        Meter mine = new Meter();
        Meter other = new Meter();
        try (Peer peer = rival.start(options, directory, train)) {
            String question = "fit " + threads + " " + setting.words();
            Comparison.Pair pair =
                    comparison.inTurns(warmUps(), () -> ours(mine, threads), () -> other.seconds(peer, question));
            String what = shape + ", threads " + threads + ", " + rival.title();
            Comparison.report("fit s, " + what, pair.ours(), pair.theirs(), pair.ratio(), rival.fitGoal());
            Rounds cpu = mine.cpu(options.rounds());
            Rounds their = other.cpu(options.rounds());
            Comparison.report("the same, CPU s", cpu, their, their.over(cpu), rival.fitGoal());
            if (threads == 1) {
                Rival.tell(peer, directory, "test", test);
                double loss = logLoss(test);
                double theirs = peer.ask("loss");
                Comparison.report("log loss of test rows, " + rival.title(), digits(loss), digits(theirs), "-", "-");
            }
        }
    }

    private static String digits(double loss) {
        return String.format(Locale.ROOT, "%.4f", loss);
    }

    private double logLoss(CsvRows test) {
        double[] scores =
                new BoostedScorer(setting.grow(train, 2), test.names()).scoreColumns(test.columns(), test.size());
        double sum = 0;
        for (int row = 0; row < scores.length; row++) {
            sum -= Math.log(test.labels()[row] == 1 ? scores[row] : 1 - scores[row]);
        }
        return sum / scores.length;
    }

    /** The first fit of a process. */
    void fresh() throws IOException {
        Path file = directory.resolve("fresh.rows");
        RowsFile.write(train, file);
        Rounds first = comparison.alone(0, () -> child(FirstFit.class, file, List.of()));
        Comparison.report("fit s, " + shape + ", 2 threads, first thing in a Java process", first, "-", "-", "-");
        Files.delete(file);
    }

    /** Of processes that do nothing but read the rows and fit once. */
    void memory(String heap) throws IOException {
        Path file = directory.resolve("memory.rows");
        RowsFile.write(train, file);
        double ours = child(FitMemory.class, file, List.of("-Xmx" + heap, "-XX:+UseSerialGC"));
        Files.delete(file);
        for (Rival rival : Rival.values()) {
            if (options.peer() != null) {
                try (Peer peer = rival.start(options, directory, train)) {
                    peer.ask("fit 2 " + setting.words());
                    double theirs = peer.ask("peak");
                    String what = "peak memory MB, " + shape + ", -Xmx" + heap + ", " + rival.title();
                    String ratio = Rounds.number(theirs / ours);
                    Comparison.report(what, Rounds.number(ours), Rounds.number(theirs), ratio, ">= 1");
                }
            }
        }
    }

    private double child(Class<?> program, Path file, List<String> java) {
        return ChildJvm.measure(java, program, file.toString(), setting.words());
    }
}
