package io.loanflow.trees.boosting.benchmark;

import io.loanflow.trees.boosting.BoostedScorer;
import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.forest.benchmark.Comparison;
import io.loanflow.trees.forest.benchmark.MadeUpRows;
import io.loanflow.trees.forest.benchmark.Options;
import io.loanflow.trees.forest.benchmark.Peer;
import io.loanflow.trees.forest.benchmark.RocAuc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** ROC AUC beside LightGBM's with equal parameters and rows, by five folds drawn anew with each seed; what is drawn while growing has that seed too. */
final class QualityBenchmark {

    private static final int FOLDS = 5;

    private static final int SYNTHETIC_ROWS = 200_000;

    private final Options options;
    private final Path directory;

    QualityBenchmark(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
    }

    /** Nothing where there is no peer. */
    void run(CsvRows loans) throws IOException {
        if (options.peer() == null) {
            return;
        }
        compare("loans", loans, Setting.DEFAULTS, FOLDS);
        compare("loans", loans, Setting.LOANS, FOLDS);
        for (Options.Table table : options.tables()) {
            CsvRows rows = CsvRows.read(table.file(), table.target());
            compare(table.name(), rows, Setting.DEFAULTS, FOLDS);
            compare(table.name(), rows, Setting.HESSIAN, FOLDS);
        }
        compare("synthetic", MadeUpRows.synthetic(SYNTHETIC_ROWS, 1), Setting.DEFAULTS, 1);
    }

    /** @param folds how many of the folds are tested on */
    private void compare(String name, CsvRows rows, Setting setting, int folds) throws IOException {
        double[] ours = new double[options.seeds()];
        double[] theirs = new double[options.seeds()];
        try (Peer peer = Rival.LIGHTGBM.start(options, directory, rows)) {
            for (int seed = 1; seed <= options.seeds(); seed++) {
                int[] fold = folds(rows.size(), seed);
                for (int i = 0; i < folds; i++) {
                    int out = i;
                    CsvRows train = rows.picked(places(fold, place -> place != out));
                    CsvRows test = rows.picked(places(fold, place -> place == out));
                    ours[seed - 1] += ours(train, test, setting, seed) / folds;
                    theirs[seed - 1] += theirs(peer, train, test, setting.words() + " " + seed) / folds;
                }
            }
        }
        report(name, rows, setting, ours, theirs);
    }

    private static void report(String name, CsvRows rows, Setting setting, double[] ours, double[] theirs) {
        double[] differences = IntStream.range(0, ours.length)
                .mapToDouble(i -> ours[i] - theirs[i])
                .toArray();
        Comparison.report(
                String.format(
                        Locale.ROOT,
                        "ROC AUC, %s %,d x %d, %s, mean of %d seeds (%+.4f to %+.4f)",
                        name,
                        rows.size(),
                        rows.columns().length,
                        setting.words(),
                        ours.length,
                        Arrays.stream(differences).min().orElseThrow(),
                        Arrays.stream(differences).max().orElseThrow()),
                String.format(Locale.ROOT, "%.4f", mean(ours)),
                String.format(Locale.ROOT, "%.4f", mean(theirs)),
                String.format(Locale.ROOT, "%+.4f", mean(differences)),
                "+-0.001");
    }

    private static int[] places(int[] fold, IntPredicate wanted) {
        return IntStream.range(0, fold.length)
                .filter(row -> wanted.test(fold[row]))
                .toArray();
    }

    /** By row. */
    private static int[] folds(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, rows).map(row -> random.nextInt(FOLDS)).toArray();
    }

    private static double ours(CsvRows train, CsvRows test, Setting setting, int seed) {
        double[] scores =
                new BoostedScorer(setting.grow(train, 2, seed), test.names()).scoreColumns(test.columns(), test.size());
        return RocAuc.of(scores, test.labels());
    }

    private double theirs(Peer peer, CsvRows train, CsvRows test, String words) throws IOException {
        Rival.tell(peer, directory, "train", train);
        Rival.tell(peer, directory, "test", test);
        peer.ask("fit 2 " + words);
        return peer.ask("auc");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
