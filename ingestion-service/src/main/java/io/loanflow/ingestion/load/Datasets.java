package io.loanflow.ingestion.load;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.dataset.DefinitionYaml;
import io.loanflow.contracts.ingestion.TrainingWindow;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.expectation.ExpectationSuite;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The data sets that can be loaded, read anew at each call. A wrong one concerns nobody but who wants to load it. */
@Component
public final class Datasets {

    private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);

    private static final String EXPECTATIONS = "expectations.yaml";
    private static final String TRAINING = "training.yaml";

    private final DatasetCatalog catalog;

    public Datasets(IngestionSettings settings) {
        catalog = new DatasetCatalog(settings.dataDirectory().toPath());
        names().forEach(name -> problem(name)
                .ifPresent(
                        problem -> LOG.error("Data set {} cannot be loaded until this is mended: {}", name, problem)));
    }

    /** Sorted. */
    public List<String> names() {
        return catalog.names();
    }

    /** What is wrong with a data set's definition or expectations; empty if it can be loaded. */
    public Optional<String> problem(String name) {
        try {
            inForce(name);
            return Optional.empty();
        } catch (DatasetDefinitionException | UncheckedIOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** @throws DatasetDefinitionException if there is no such data set, or its definition is wrong */
    public DatasetDefinition definition(String name) {
        return catalog.definition(name);
    }

    /** @throws DatasetDefinitionException if what the data set's {@code training.yaml} says of it is wrong */
    TrainingWindow trainingWindow(String name) {
        Path training = catalog.directory(name).resolve(TRAINING);
        return Files.notExists(training)
                ? TrainingWindow.ALL
                : DefinitionYaml.read(
                        DefinitionYaml.text(training),
                        training.toString(),
                        root -> TrainingWindow.read(root.optional(TrainingWindow.KEY)));
    }

    /** @throws DatasetDefinitionException if there is no such data set, or its definition or its expectations are wrong */
    DefinitionInForce inForce(String name) {
        Path directory = catalog.directory(name);
        String text = catalog.text(name);
        DatasetDefinition definition = catalog.definition(name, text);
        Path expectations = directory.resolve(EXPECTATIONS);
        String expected = text(expectations);
        ExpectationSuite suite = ExpectationSuiteReader.read(expected, expectations.toString(), definition);
        return new DefinitionInForce(definition, suite, text, expected);
    }

    private static @Nullable String text(Path expectations) {
        return Files.notExists(expectations) ? null : DefinitionYaml.text(expectations);
    }
}
