package io.loanflow.localstack.demo;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.synthetic.SyntheticDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a demonstration needs before its stack starts: definitions, rows to learn from, and rows that are held out. */
public final class DemoStage {

    private static final int ROWS = 45_000;
    private static final int HELD_OUT = 9_000;

    private final Path directory;
    private final DemoDefinitions definitions;

    /** @param directory that will hold it */
    public DemoStage(Path directory) {
        this.directory = directory;
        definitions = new DemoDefinitions(directory.resolve("definitions"));
    }

    public Path definitions() {
        return definitions.directory();
    }

    /** What the first model learns from. */
    public Path toLearnFrom() {
        return directory.resolve("rows-to-learn-from.csv");
    }

    /**
     * Writes all of it.
     *
     * @param installed definitions of the installation
     * @param file of the loan data; null for generated rows
     * @return what is held out
     */
    public List<DemoRecord> set(Path installed, @Nullable Path file) {
        try {
            Files.createDirectories(directory);
            definitions.write(installed);
            DatasetDefinition definition = new DatasetCatalog(definitions()).definition(DatasetCatalog.STANDARD);
            return DemoRows.split(definition, file == null ? generated(definition) : file, toLearnFrom(), HELD_OUT);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the demonstration in " + directory, e);
        }
    }

    /** From now on a new version waits for a person. */
    public void askForApproval() {
        try {
            definitions.askForApproval();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + definitions(), e);
        }
    }

    private Path generated(DatasetDefinition definition) {
        Path rows = directory.resolve("generated-rows.csv");
        Path model = definitions().resolve(definition.name()).resolve("synthetic.yaml");
        SyntheticDataset.write(definition, model, new SyntheticDataset.Sample(ROWS, 11), rows);
        return rows;
    }
}
