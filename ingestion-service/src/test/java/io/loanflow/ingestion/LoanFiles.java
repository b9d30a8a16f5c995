package io.loanflow.ingestion;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.synthetic.SyntheticDataset;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/** Files of made-up loan applications: another seed, another content. */
public final class LoanFiles {

    /** From a module's directory, in which tests run. */
    public static final Path DATA_DIRECTORY = Path.of("../data");

    private LoanFiles() {}

    public static DatasetDefinition definition() {
        return new DatasetCatalog(DATA_DIRECTORY).definition("loan");
    }

    public static Path write(Path directory, int rows, long seed) {
        Path file = directory.resolve("loans-" + rows + "-" + seed + ".csv");
        SyntheticDataset.write(
                definition(),
                DATA_DIRECTORY.resolve("loan/synthetic.yaml"),
                new SyntheticDataset.Sample(rows, seed),
                file);
        return file;
    }

    /** With rows at the end whose applicants are 144 years old. */
    public static Path writeWithWrongRows(Path directory, int rows, int wrong, long seed) throws IOException {
        Path file = write(directory, rows, seed);
        List<String> lines = Files.readAllLines(file);
        List<String> old = IntStream.range(0, wrong)
                .mapToObj(i -> lines.get(1 + i).replaceFirst("^[^,]*", "144"))
                .toList();
        return Files.write(file, old, StandardOpenOption.APPEND);
    }

    /** The published rows over and over, or made-up ones where {@code LOANFLOW_DATA} does not name the published file. */
    public static Path writeBig(Path directory, int rows) throws IOException {
        String published = System.getenv("LOANFLOW_DATA");
        if (published == null || published.isBlank()) {
            return write(directory, rows, 1);
        }
        List<String> lines = Files.readAllLines(Path.of(published));
        Path file = directory.resolve("loans-" + rows + ".csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(lines.get(0) + "\n");
            for (int row = 0; row < rows; row++) {
                writer.write(lines.get(1 + row % (lines.size() - 1)) + "\n");
            }
        }
        return file;
    }
}
