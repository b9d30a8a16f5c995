package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.boosting.Regularization;
import io.loanflow.trees.boosting.Sampling;
import io.loanflow.trees.boosting.Shape;
import io.loanflow.trees.explain.Explainer;
import io.loanflow.trees.explain.Groups;
import io.loanflow.trees.explain.InterventionalExplainer;
import io.loanflow.trees.explain.PathDependentExplainer;
import io.loanflow.trees.explain.TreeSum;
import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.fixture.ForestSettings;
import io.loanflow.trees.grow.GrowthMonitor;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Measures what {@code docs/explain.md} says of speed; run by {@code benchmarks/explain/run}. */
public final class ExplainBenchmark {

    private static final int REFERENCES = 100;

    private static final int SINGLES = 1000;

    private final Options options;

    private final Comparison comparison;

    private final CsvRows loans;

    private final Path directory;

    private ExplainBenchmark(Options options, Path directory) throws IOException {
        this.options = options;
        this.comparison = new Comparison(options.rounds());
        this.loans = CsvRows.read(options.loans(), "loan_status", "person_gender");
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        try (WorkDirectory directory = new WorkDirectory("explain")) {
            new ExplainBenchmark(Options.of(arguments), directory.path()).run();
        }
    }

    private void run() throws IOException {
        Comparison.heading(options, "shap");
        if (options.asksFor("path12")) {
            pathDependent("depth 12", 12, new Rows(4000, 20));
        }
        if (options.asksFor("path")) {
            pathDependent("full", Integer.MAX_VALUE, new Rows(1000, 5));
        }
        if (options.asksFor("reference")) {
            reference();
        }
        if (options.asksFor("shipped")) {
            shipped();
        }
    }

    /** How many rows each explains: the peer fewer, which takes as long. */
    private record Rows(int ours, int theirs) {}

    private void pathDependent(String what, int depth, Rows rows) throws IOException {
        TreeSum model = forest(depth);
        Explainer explainer = new PathDependentExplainer(model, Groups.each(loans.names()));
        String name = "path-dependent, 100 " + what + " trees, rows/s, ";
        compare(name + "2 threads", new Contest(model, explainer, 2, rows, "path "), ">= 50");
        compare(name + "1 thread", new Contest(model, explainer, 1, rows, "path "), "-");
    }

    private void reference() throws IOException {
        TreeSum model = forest(6);
        Explainer explainer =
                new InterventionalExplainer(model, Groups.each(loans.names()), loans.columns(), REFERENCES);
        compare(
                "against " + REFERENCES + " rows, 100 trees of depth 6, rows/s, 2 threads",
                new Contest(model, explainer, 2, new Rows(4000, 10), "interventional "),
                ">= 50");
    }

    /** @param question what the peer is asked, but for the number of rows */
    private record Contest(TreeSum model, Explainer explainer, int threads, Rows rows, String question) {}

    private void compare(String what, Contest contest, String goal) throws IOException {
        Rows rows = contest.rows();
        if (options.peer() == null) {
            Comparison.report(what, comparison.alone(2, () -> rate(contest)), "-", "-", goal);
            return;
        }
        try (Peer peer = options.peer().start()) {
            TreesFile.write(contest.model(), loans.names(), directory.resolve("forest"));
            RowsFile.write(loans.picked(IntStream.range(0, rows.ours()).toArray()), directory.resolve("rows"));
            peer.ask("forest " + directory.resolve("forest"));
            peer.ask("rows " + directory.resolve("rows"));
            peer.ask("reference " + REFERENCES);
            Comparison.Pair pair = comparison.inTurns(
                    2, () -> rate(contest), () -> rows.theirs() / peer.ask(contest.question() + rows.theirs()));
            write(contest.explainer().explainColumns(loans.columns(), rows.theirs(), 1));
            String ratio = pair.ours().over(pair.theirs())
                    + String.format(
                            Locale.ROOT,
                            ", differ by %.0e at most",
                            peer.ask("difference " + directory.resolve("values")));
            Comparison.report(what, pair.ours(), pair.theirs(), ratio, goal);
        }
    }

    private double rate(Contest contest) {
        int count = contest.rows().ours();
        return count
                / Clock.seconds(() -> contest.explainer().explainColumns(loans.columns(), count, contest.threads()));
    }

    private void write(double[][] contributions) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(directory.resolve("values"))))) {
            for (int row = 0; row < contributions[0].length; row++) {
                for (double[] contribution : contributions) {
                    out.writeDouble(contribution[row]);
                }
            }
        }
    }

    /** The model of {@code data/loan/training.yaml}, explained by column. */
    private void shipped() {
        TreeSum model = boosted();
        Groups columns = columns();
        report("629 boosted trees, path-dependent", new PathDependentExplainer(model, columns));
        for (int references : new int[] {1_000, 20_000}) {
            String what = String.format(Locale.ROOT, "629 boosted trees, against %,d rows", references);
            report(what, new InterventionalExplainer(model, columns, loans.columns(), references));
        }
        Explainer walks = new InterventionalExplainer(forest(Integer.MAX_VALUE), columns, loans.columns(), REFERENCES);
        Comparison.report(
                "100 full trees, against " + REFERENCES + " rows, one row, ms of processor",
                comparison.alone(1, () -> single(walks, 20)),
                "-",
                "-",
                "-");
    }

    private void report(String what, Explainer explainer) {
        Comparison.report(
                what + ", one row, ms of processor",
                comparison.alone(3, () -> single(explainer, SINGLES)),
                "-",
                "-",
                "<= 1");
        Comparison.report(
                what + ", 10,000 rows, rows/s, 2 threads",
                comparison.alone(
                        2, () -> 10_000 / Clock.seconds(() -> explainer.explainColumns(loans.columns(), 10_000, 2))),
                "-",
                "-",
                "-");
    }

    /** Milliseconds of this thread's processor time for each row, one at a time: what else the machine does is not in them. */
    private double single(Explainer explainer, int count) {
        double[][] rows = IntStream.range(0, count).mapToObj(loans::row).toArray(double[][]::new);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (double[] row : rows) {
            explainer.explain(row);
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e6 / count;
    }

    private TreeSum forest(int depth) {
        ForestSettings settings = new ForestSettings();
        settings.trees = 100;
        settings.maxDepth = depth;
        return TreeSum.of(
                settings.trainer()
                        .train(
                                loans.part(false).table(),
                                new SimpleDataSourceProvenance("rows of a benchmark", new LabelFactory()),
                                GrowthMonitor.SILENT)
                        .forest(),
                "1");
    }

    private TreeSum boosted() {
        BoostingParameters parameters = new BoostingParameters(
                629,
                0.08,
                new Shape(23, Integer.MAX_VALUE, 20, 1e-3, 0),
                new Regularization(0, 1, 5),
                new Sampling(0.5, 1, 1, 0),
                Map.of(),
                1023,
                1);
        return TreeSum.of(GradientBoosting.grow(loans.part(false).table(), "1", parameters, 2, step -> true));
    }

    private Groups columns() {
        return Groups.of(
                loans.names(),
                loans.names().stream()
                        .collect(Collectors.toMap(Function.identity(), name -> name.replaceAll("=.*", ""))));
    }
}
