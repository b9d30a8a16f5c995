package io.loanflow.trees.boosting.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.forest.benchmark.Comparison;
import io.loanflow.trees.forest.benchmark.MadeUpRows;
import io.loanflow.trees.forest.benchmark.Options;
import io.loanflow.trees.forest.benchmark.WorkDirectory;
import java.io.IOException;
import java.nio.file.Path;

/** Measures what {@code docs/boosting.md} says of speed and memory; run by {@code benchmarks/boosting/run}. */
public final class BoostingBenchmark {

    private final Options options;
    private final Path directory;

    private BoostingBenchmark(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        try (WorkDirectory directory = new WorkDirectory("boosting")) {
            new BoostingBenchmark(Options.of(arguments), directory.path()).run();
        }
    }

    private void run() throws IOException {
        Comparison.heading(options, "the other");
        CsvRows loans = CsvRows.read(options.loans(), "loan_status", "person_gender");
        CsvRows train = loans.part(false);
        if (options.asksFor("score")) {
            new ScoreBenchmark(options, directory, train, loans).score();
        }
        if (options.asksFor("quality")) {
            new QualityBenchmark(options, directory).run(loans);
        }
        loans(new FitBenchmark(options, directory, Setting.LOANS, "loans", train), loans.part(true));
        if (options.asksFor("synthetic")) {
            synthetic();
        }
    }

    private void loans(FitBenchmark loans, CsvRows test) throws IOException {
        if (options.asksFor("fit")) {
            loans.fit(test);
        }
        if (options.asksFor("fresh")) {
            loans.fresh();
        }
        if (options.asksFor("memory")) {
            loans.memory("96m");
        }
    }

    private void synthetic() throws IOException {
        CsvRows rows = MadeUpRows.synthetic(options.syntheticRows(), 1);
        FitBenchmark fit = new FitBenchmark(options, directory, Setting.DEFAULTS, "synthetic", rows);
        fit.fit(MadeUpRows.synthetic(100_000, 2));
        // The columns take 160 bytes a row, and growth the bytes that docs/boosting.md says.
        fit.memory((64 + options.syntheticRows() / 3_500) + "m");
    }
}
