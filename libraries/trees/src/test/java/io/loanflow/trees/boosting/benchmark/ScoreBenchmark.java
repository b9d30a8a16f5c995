package io.loanflow.trees.boosting.benchmark;

import io.loanflow.trees.boosting.BoostedScorer;
import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.forest.benchmark.Comparison;
import io.loanflow.trees.forest.benchmark.Options;
import io.loanflow.trees.forest.benchmark.Peer;
import io.loanflow.trees.forest.benchmark.Rounds;
import io.loanflow.trees.forest.benchmark.SingleRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** How long many rows take to score, and one. */
final class ScoreBenchmark {

    private final Options options;
    private final Comparison comparison;
    private final Path directory;
    private final CsvRows train;
    private final CsvRows rows;
    private final BoostedScorer scorer;

    ScoreBenchmark(Options options, Path directory, CsvRows train, CsvRows rows) {
        this.options = options;
        this.comparison = new Comparison(options.rounds());
        this.directory = directory;
        this.train = train;
        this.rows = rows;
        this.scorer = new BoostedScorer(Setting.LOANS.grow(train, 2), rows.names());
    }

    void score() throws IOException {
        if (options.peer() == null) {
            Rounds alone = comparison.alone(20, () -> batch(new Meter()));
            Comparison.report(what("all"), alone.times(1e3), "-", "-", "-");
            Comparison.report(
                    "score one row, us", comparison.alone(3, () -> SingleRows.score(scorer, rows)), "-", "-", "<= 15");
            return;
        }
        for (Rival rival : Rival.values()) {
            compare(rival);
        }
    }

    private String what(String name) {
        return String.format(Locale.ROOT, "score %,d rows, 2 threads, ms, %s", rows.size(), name);
    }

    private void compare(Rival rival) throws IOException {
        Meter mine = new Meter();
        Meter other = new Meter();
        String goal = rival == Rival.LIGHTGBM ? ">= 6" : "-";
        try (Peer peer = rival.start(options, directory, train)) {
            Rival.tell(peer, directory, "test", rows);
            peer.ask("fit 2 " + Setting.LOANS.words());
            Comparison.Pair batch = comparison.inTurns(20, () -> batch(mine), () -> other.seconds(peer, "score 2"));
            Comparison.report(
                    what(rival.title()), batch.ours().times(1e3), batch.theirs().times(1e3), batch.ratio(), goal);
            Rounds cpu = mine.cpu(options.rounds());
            Rounds their = other.cpu(options.rounds());
            Comparison.report("the same, CPU ms", cpu.times(1e3), their.times(1e3), their.over(cpu), goal);
            Comparison.Pair single =
                    comparison.inTurns(3, () -> SingleRows.score(scorer, rows), () -> peer.ask("single") * 1e6);
            Comparison.report(
                    "score one row, us, " + rival.title(), single.ours(), single.theirs(), single.ratio(), "<= 15");
        }
    }

    private double batch(Meter meter) {
        return meter.seconds(() -> scorer.scoreColumns(rows.columns(), rows.size()));
    }
}
