package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.score.ForestScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Whether the forests rank as well as scikit-learn's, on the same rows of the same splits. */
final class AucBenchmark {

    private static final int FOLDS = 5;

    /** With fewer rows, one fold's AUC is mostly chance, and every fold is tested once for each seed. */
    private static final int FEW_ROWS = 10_000;

    private final Options options;

    private final Path directory;

    AucBenchmark(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
    }

    void compare(String name, CsvRows rows) throws IOException {
        if (options.peer() == null) {
            return;
        }
        int folds = rows.size() < FEW_ROWS ? FOLDS : 1;
        double[] ours = new double[options.seeds()];
        double[] differences = new double[options.seeds()];
        try (Peer peer = options.peer().start()) {
            for (int seed = 0; seed < ours.length; seed++) {
                for (int fold = 0; fold < folds; fold++) {
                    double our = auc(rows, seed, fold);
                    ours[seed] += our / folds;
                    differences[seed] += (our - peerAuc(peer, seed)) / folds;
                }
            }
        }
        report(name + ", " + rows.size() + " rows, " + folds + " of " + FOLDS + " folds", ours, differences);
    }

    private double auc(CsvRows rows, int seed, int fold) throws IOException {
        int[] order = shuffled(rows.size(), seed);
        CsvRows train = rows.picked(part(order, fold, false));
        CsvRows test = rows.picked(part(order, fold, true));
        write("train", train);
        write("test", test);
        ForestScorer forest = new ForestScorer(
                Fit.forest(train, seed, 2).forest(),
                rows.names(),
                rows.labelNames().get(1));
        return RocAuc.of(forest.scoreColumns(test.columns(), test.size()), test.labels());
    }

    private double peerAuc(Peer peer, int seed) {
        peer.ask("train " + directory.resolve("train.rows"));
        peer.ask("test " + directory.resolve("test.rows"));
        peer.ask("fit " + seed + " 2");
        return peer.ask("auc");
    }

    private void write(String part, CsvRows rows) throws IOException {
        Path file = directory.resolve(part + ".rows");
        Files.deleteIfExists(file);
        RowsFile.write(rows, file);
    }

    private static int[] part(int[] order, int fold, boolean test) {
        return IntStream.range(0, order.length)
                .filter(i -> (i % FOLDS == fold) == test)
                .map(i -> order[i])
                .toArray();
    }

    private static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    private static void report(String what, double[] ours, double[] differences) {
        double our = Arrays.stream(ours).average().orElseThrow();
        double difference = Arrays.stream(differences).average().orElseThrow();
        double squares = Arrays.stream(differences)
                .map(each -> (each - difference) * (each - difference))
                .sum();
        double error = Math.sqrt(squares / (differences.length - 1) / differences.length);
        Comparison.report(
                "AUC, " + what,
                String.format(Locale.ROOT, "%.4f", our),
                String.format(Locale.ROOT, "%.4f", our - difference),
                String.format(Locale.ROOT, "%+.4f (standard error %.4f)", difference, error),
                ">= -0.001");
    }
}
