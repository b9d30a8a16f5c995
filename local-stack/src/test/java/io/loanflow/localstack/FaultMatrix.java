package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.localstack.ContainerRuns.Fault;
import io.loanflow.localstack.ContainerRuns.Result;
import io.loanflow.testsupport.InContainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills every container during every stage and writes the table in docs/operations.md. Takes twenty minutes, so it is not one of the tests that
 * a build runs: benchmarks/faults/run runs it.
 */
@InContainers
class FaultMatrix {

    private static final Path DOCUMENT = Path.of("../docs/operations.md");
    private static final String BEGIN = "<!-- faults: begin, written by benchmarks/faults/run -->\n";
    private static final String END = "<!-- faults: end -->\n";

    /** Of a run that is not asked to tune. */
    private static final List<Stage> STAGES =
            List.of(Stage.INGEST, Stage.PREPROCESS, Stage.TRAIN, Stage.PROMOTE, Stage.SERVE);

    private static final List<String> CONTAINERS = List.of(
            "ingestion-service",
            "preprocessing-service",
            "training-service",
            "serving-service",
            "monitoring-service",
            "workflow-worker",
            "columnstore",
            "redis",
            "temporal",
            "mlflow");

    @RegisterExtension
    static final ContainerStackExtension STACK = new ContainerStackExtension();

    @TempDir
    Path directory;

    @Test
    void everyContainerIsKilledDuringEveryStage() throws Exception {
        ContainerRuns runs = new ContainerRuns(STACK, directory);
        // The first run also pays for what a JVM does once.
        runs.run(null);
        Result undisturbed = runs.run(null);
        Map<String, Map<Stage, String>> table = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (String container : CONTAINERS) {
            Map<Stage, String> row = table.computeIfAbsent(container, name -> new EnumMap<>(Stage.class));
            for (Stage stage : STAGES) {
                String problem = problem(runs, new Fault(stage, container), undisturbed, row);
                if (!problem.isEmpty()) {
                    failures.add(container + " during " + stage + ": " + problem);
                }
                write(undisturbed, table);
            }
        }
        assertThat(failures).isEmpty();
    }

    private static String problem(ContainerRuns runs, Fault fault, Result undisturbed, Map<Stage, String> row) {
        String problem;
        String cell;
        try {
            Result result = runs.run(fault);
            problem = differences(result, undisturbed);
            cell = String.format(Locale.ROOT, "%.0f s", result.seconds());
        } catch (AssertionError | Exception e) {
            problem = String.valueOf(e.getMessage());
            cell = "did not end";
        }
        row.put(fault.stage(), problem.isEmpty() ? cell : cell + ", **wrong**");
        System.out.println(fault + ": " + cell + " " + problem);
        return problem;
    }

    private static String differences(Result result, Result undisturbed) {
        return Stream.of(
                        difference("rows", result.rows(), (long) ContainerRuns.VALID_ROWS),
                        difference("duplicates", result.duplicates(), 0L),
                        difference("MLflow runs", result.mlflowRuns(), 1),
                        difference("versions", result.versions(), 1),
                        difference("digest", result.digest(), undisturbed.digest()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String difference(String what, Object actual, Object expected) {
        return actual.equals(expected) ? "" : what + " " + actual + " instead of " + expected;
    }

    private static void write(Result undisturbed, Map<String, Map<Stage, String>> table) throws IOException {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Undisturbed: %.0f s, %,d rows, model %s.\n\n",
                undisturbed.seconds(),
                undisturbed.rows(),
                undisturbed.digest().substring(0, 12)));
        text.append("| killed | ")
                .append(STAGES.stream()
                        .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n|---|")
                .append("---|".repeat(STAGES.size()))
                .append('\n');
        table.forEach((container, row) -> text.append("| ")
                .append(container)
                .append(" | ")
                .append(STAGES.stream()
                        .map(stage -> row.getOrDefault(stage, ""))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                DOCUMENT,
                document.substring(0, begin) + "\n" + text + "\n" + document.substring(document.indexOf(END)));
    }
}
