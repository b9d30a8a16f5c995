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
     */
    public void set(Path installed, @Nullable Path file) {
        try {
            Files.createDirectories(directory);
            definitions.write(installed);
            DatasetDefinition definition = definition();
            DemoRows.split(
                    definition,
                    file == null ? generated(definition) : file,
                    new DemoRows.Parts(toLearnFrom(), heldOutRows()),
                    HELD_OUT);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the demonstration in " + directory, e);
        }
    }

    /** What clients ask about. */
    public List<DemoRecord> heldOut() {
        try {
            return DemoRows.heldOut(definition(), heldOutRows());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what is held out in " + directory, e);
        }
    }

    private Path heldOutRows() {
        return directory.resolve("rows-to-ask-about.csv");
    }

    private DatasetDefinition definition() {
        return new DatasetCatalog(definitions()).definition(DatasetCatalog.STANDARD);
    }

    /** Whether clients have asked here, and the world has not changed. */
    public boolean isCalm() {
        return Files.exists(calm());
    }

    /** Clients have asked, and nothing has changed. */
    public void staysCalm() {
        try {
            Files.writeString(calm(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + directory, e);
        }
    }

    /** From now on the world may change. */
    public void mayChange() {
        try {
            Files.deleteIfExists(calm());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + directory, e);
        }
    }

    private Path calm() {
        return directory.resolve("calm");
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
