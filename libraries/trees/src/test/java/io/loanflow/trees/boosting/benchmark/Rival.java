package io.loanflow.trees.boosting.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.forest.benchmark.Options;
import io.loanflow.trees.forest.benchmark.Peer;
import io.loanflow.trees.forest.benchmark.RowsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Another's boosting, with its name in {@code benchmarks/boosting/peer.py}. */
enum Rival {
    LIGHTGBM("LightGBM", 1),
    XGBOOST("XGBoost", 0),
    SKLEARN("HistGradientBoosting", 3);

    private final String title;
    private final int goal;

    /** @param goal how many times as fast our fit is to be; 0 for no goal */
    Rival(String title, int goal) {
        this.title = title;
        this.goal = goal;
    }

    String title() {
        return title;
    }

    String fitGoal() {
        return goal == 0 ? "-" : ">= " + goal;
    }

    /** A process that has read the rows to train on. */
    Peer start(Options options, Path directory, CsvRows train) throws IOException {
        Peer peer = Objects.requireNonNull(options.peer()).start();
        peer.ask("use " + name().toLowerCase(Locale.ROOT));
        tell(peer, directory, "train", train);
        return peer;
    }

    static void tell(Peer peer, Path directory, String part, CsvRows rows) throws IOException {
        Path file = directory.resolve(part + ".rows");
        RowsFile.write(rows, file);
        peer.ask(part + " " + file);
        Files.delete(file);
    }
}
