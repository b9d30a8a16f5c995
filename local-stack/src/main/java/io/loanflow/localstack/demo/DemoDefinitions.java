package io.loanflow.localstack.demo;

import io.loanflow.contracts.dataset.DatasetCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** The definition of the loan data with policies that suit minutes instead of days. */
final class DemoDefinitions {

    /** Decisions of a window. */
    static final int WINDOW = 500;

    /** Outcomes before a retraining: three windows without drift and five with it. */
    static final int LEAST_NEW_ROWS = 8 * WINDOW;

    private final Path directory;

    /** @param directory that will hold them */
    DemoDefinitions(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** @param installed definitions of the installation */
    void write(Path installed) throws IOException {
        Path loan = Files.createDirectories(directory.resolve(DatasetCatalog.STANDARD));
        try (Stream<Path> files = Files.list(installed.resolve(DatasetCatalog.STANDARD))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, loan.resolve(file.getFileName()));
            }
        }
        // Seconds to train; and how long a prediction takes says little on a machine that trains and answers at once.
        Files.writeString(loan.resolve("training.yaml"), """
                family: boosting
                parameters: {trees: 120, learningRate: 0.2, numLeaves: 23, lambdaL2: 1}
                gate:
                  floor: 0.90
                  most-milliseconds: 1000
                """);
        Files.writeString(loan.resolve("monitoring.yaml"), """
                window: %d
                delay-minutes: 0
                least: 100
                false-alarm-rate: 0.001
                retrain: automatic
                retraining:
                  least-new-rows: %d
                  cool-down-hours: 1
                """.formatted(WINDOW, LEAST_NEW_ROWS));
    }

    /** From now on a person has the last word. */
    void askForApproval() throws IOException {
        Files.writeString(
                directory.resolve(DatasetCatalog.STANDARD).resolve("training.yaml"),
                "\nrelease: {policy: approved, deadline-hours: 1}\n",
                StandardOpenOption.APPEND);
    }
}
