package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.score.ForestScorer;
import io.loanflow.trees.tribuo.ForestModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How long a hundred full trees take to score and to load. */
final class ScoreBenchmark {

    private final Options options;

    private final Comparison comparison;

    private final Path directory;

    private final CsvRows train;

    private final CsvRows rows;

    private final ForestModel model;

    ScoreBenchmark(Options options, Path directory, CsvRows train, CsvRows rows) {
        this.options = options;
        this.comparison = new Comparison(options.rounds());
        this.directory = directory;
        this.train = train;
        this.rows = rows;
        this.model = Fit.forest(train, 1, 2);
    }

    void score() throws IOException {
        ForestScorer forest = new ForestScorer(model.forest(), rows.names(), "1");
        String what = String.format(Locale.ROOT, "score %,d rows, ms", rows.size());
        if (options.peer() == null) {
            Comparison.report(what, comparison.alone(20, () -> batch(forest)).times(1e3), "-", "-", "-");
            Comparison.report(
                    "score one row, us", comparison.alone(3, () -> SingleRows.score(forest, rows)), "-", "-", "<= 30");
            return;
        }
        try (Peer peer = options.peer().start()) {
            fitPeer(peer);
            Comparison.Pair batch = comparison.inTurns(20, () -> batch(forest), () -> peer.ask("score 2"));
            Comparison.report(what, batch.ours().times(1e3), batch.theirs().times(1e3), batch.ratio(), ">= 5");
            Comparison.Pair single =
                    comparison.inTurns(3, () -> SingleRows.score(forest, rows), () -> peer.ask("single") * 1e6);
            Comparison.report("score one row, us", single.ours(), single.theirs(), single.ratio(), "<= 30");
        }
    }

    private void fitPeer(Peer peer) throws IOException {
        Path file = directory.resolve("score.rows");
        RowsFile.write(train, file);
        peer.ask("train " + file);
        RowsFile.write(rows, file);
        peer.ask("test " + file);
        Files.delete(file);
        peer.ask("fit 1 2");
    }

    private double batch(ForestScorer forest) {
        return Clock.seconds(() -> forest.scoreColumns(rows.columns(), rows.size()));
    }

    void load() throws IOException {
        Path file = directory.resolve("model.tribuo");
        double written = Clock.seconds(() -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                model.serializeToStream(out);
            }
        });
        String size = String.format(Locale.ROOT, "%,d MB, written in %.1f s", Files.size(file) >> 20, written);
        String names = String.join("|", rows.names());
        Rounds cold = comparison.alone(1, () -> ChildJvm.measure(ColdLoad.class, file.toString(), names));
        Comparison.report("load the model (" + size + "), fresh JVM, s", cold, "-", "-", "<= 1");
        Rounds warm = comparison.alone(3, () -> Clock.seconds(() -> ColdLoad.load(file, rows.names())));
        if (options.peer() == null) {
            Comparison.report("load the model, warm JVM, s", warm, "-", "-", "<= 1");
        } else {
            try (Peer peer = options.peer().start()) {
                fitPeer(peer);
                Path pickled = directory.resolve("model.joblib");
                peer.ask("save " + pickled);
                Rounds theirs = comparison.alone(1, () -> peer.ask("load " + pickled));
                Comparison.report("load the model, warm JVM, s", warm, theirs, theirs.over(warm), "<= 1");
            }
        }
        Files.delete(file);
    }
}
