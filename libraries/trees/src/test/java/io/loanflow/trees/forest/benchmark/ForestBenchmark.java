package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import java.io.IOException;
import java.nio.file.Path;

/** Measures what {@code docs/forest.md} says of speed, memory and quality; run by {@code benchmarks/forest/run}. */
public final class ForestBenchmark {

    private final Options options;

    private final Path directory;

    private final CsvRows loans;

    private ForestBenchmark(Options options, Path directory) throws IOException {
        this.options = options;
        this.directory = directory;
        this.loans = CsvRows.read(options.loans(), "loan_status", "person_gender");
    }

    public static void main(String[] arguments) throws IOException {
        try (WorkDirectory directory = new WorkDirectory("forest")) {
            new ForestBenchmark(Options.of(arguments), directory.path()).run();
        }
    }

    private void run() throws IOException {
        Comparison.heading(options, "scikit-learn");
        fit();
        if (options.asksFor("score")) {
            new ScoreBenchmark(options, directory, loans.part(false), loans).score();
        }
        if (options.asksFor("load")) {
            new ScoreBenchmark(options, directory, loans.part(false), loans).load();
        }
        if (options.asksFor("auc")) {
            auc();
        }
    }

    private void fit() throws IOException {
        FitBenchmark fit = new FitBenchmark(options, directory);
        CsvRows train = loans.part(false);
        if (options.asksFor("fit")) {
            fit.fit("loan", train, null);
        }
        if (options.asksFor("threads")) {
            fit.threads(train);
        }
        if (options.asksFor("fit10")) {
            fit.fit("loan 10 times", MadeUpRows.repeated(train, 10), ">= 2");
        }
        if (options.asksFor("synthetic")) {
            fit.fit("synthetic", MadeUpRows.synthetic(options.syntheticRows(), 1), ">= 2");
        }
        if (options.asksFor("growth")) {
            fit.growth(train);
        }
    }

    private void auc() throws IOException {
        AucBenchmark auc = new AucBenchmark(options, directory);
        auc.compare("loan", loans);
        for (Options.Table table : options.tables()) {
            auc.compare(table.name(), CsvRows.read(table.file(), table.target()));
        }
        auc.compare("synthetic", MadeUpRows.synthetic(50_000, 2));
    }
}
