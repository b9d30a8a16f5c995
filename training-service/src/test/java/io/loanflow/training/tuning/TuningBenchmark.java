package io.loanflow.training.tuning;

import com.sun.management.OperatingSystemMXBean;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.CrossFit;
import io.loanflow.model.family.Folding;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.OutOfFold;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.definition.TrainingDefinition;
import io.loanflow.training.definition.TrainingDefinitionReader;
import io.loanflow.training.evaluation.ProbabilityLoss;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Successive halving over the candidates of a {@code training.yaml}, on the training part of the loans; run by {@code benchmarks/tuning/run}. */
final class TuningBenchmark {

    private final LabelledRows rows;
    private final byte[] labels;
    private final TrainingDefinition definition;

    private TuningBenchmark(PartRows part, LabelledRows rows, TrainingDefinition definition) {
        this.rows = rows;
        this.labels = part.labels();
        this.definition = definition;
    }

    /** @param arguments the {@code training.yaml}, and where to write the rows for the peer */
    public static void main(String[] arguments) throws IOException {
        EncodedTable table = EncodedTable.of(LoanTable.published(), PreprocessingSettings.DEFAULTS);
        PartRows part = table.part(Part.TRAIN);
        write(part, Path.of(arguments[1]));
        LabelledRows rows = part.labelled(TargetLabels.of(table.definition()), Map.of());
        TrainingDefinition definition = TrainingDefinitionReader.read(Path.of(arguments[0]));
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long begun = System.nanoTime();
        long used = system.getProcessCpuTime();
        Candidate best = new TuningBenchmark(part, rows, definition).search();
        System.out.printf(
                Locale.ROOT,
                "Loanflow, %,d rows, load %.1f: %.1f s, %.1f CPU s, log loss %.4f, %d trees%n",
                rows.size(),
                system.getSystemLoadAverage(),
                (System.nanoTime() - begun) / 1e9,
                (system.getProcessCpuTime() - used) / 1e9,
                best.loss(),
                best.trees());
    }

    private record Candidate(Parameters parameters, double loss, int trees) {}

    /** As the workflow does it: all candidates with few trees, the best with more. */
    private Candidate search() {
        List<Parameters> standing = definition.candidates();
        List<Candidate> rung = List.of();
        int factor = definition.tuning().factor();
        for (int trees : definition.families().get(0).rungs()) {
            rung = standing.stream()
                    .map(parameters -> measure(parameters.with(TrainingSettings.TREES, Integer.toString(trees))))
                    .sorted(Comparator.comparingDouble(Candidate::loss))
                    .toList();
            standing = rung.stream()
                    .limit((rung.size() + factor - 1) / factor)
                    .map(Candidate::parameters)
                    .toList();
        }
        return rung.get(0);
    }

    private Candidate measure(Parameters parameters) {
        Folding folding =
                new Folding(definition.tuning().folds(), definition.tuning().seed());
        Growth growth = new Growth(Runtime.getRuntime().availableProcessors(), "a benchmark", trees -> {}, bytes -> {});
        OutOfFold unseen = new CrossFit(rows, parameters, folding, growth)
                .scores(definition.tuning().patience());
        return new Candidate(parameters, ProbabilityLoss.logLoss(labels, unseen.scores()), unseen.trees());
    }

    private static void write(PartRows part, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < part.size(); row++) {
                for (double[] column : part.columns()) {
                    out.write(column[row] + ",");
                }
                out.write(part.labels()[row] + "\n");
            }
        }
    }
}
