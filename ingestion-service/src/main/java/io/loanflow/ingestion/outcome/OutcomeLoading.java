package io.loanflow.ingestion.outcome;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.load.DatasetLoader;
import io.loanflow.ingestion.load.Datasets;
import io.loanflow.ingestion.load.LoadOutcome;
import io.loanflow.ingestion.load.LoadProgress;
import io.loanflow.ingestion.load.LoadRequest;
import io.loanflow.ingestion.source.FilesDirectory;
import io.loanflow.ingestion.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Makes a load of all decisions of a data set whose outcome is known, through the same checks as a file. It holds what earlier loads of
 * outcomes hold, with the labels that were corrected since, and so takes their place.
 */
@Service
public class OutcomeLoading {

    private final Datasets datasets;
    private final OutcomeFile outcomes;
    private final FilesDirectory files;
    private final DatasetLoader loader;

    OutcomeLoading(Datasets datasets, OutcomeFile outcomes, FilesDirectory files, DatasetLoader loader) {
        this.datasets = datasets;
        this.outcomes = outcomes;
        this.files = files;
        this.loader = loader;
    }

    /** Throws as {@link DatasetLoader#load} does. */
    public LoadedOutcomes load(String dataset, PipelineRun run, LoadProgress progress) {
        DatasetDefinition definition = datasets.definition(dataset);
        try {
            Path file = Files.createTempFile(files.uploads(), "outcomes-", ".json");
            try {
                long decisions = outcomes.write(definition, file, progress);
                String name = String.format(Locale.ROOT, "%,d decisions with outcomes", decisions);
                SourceFile source = new SourceFile(file, name, DataOrigin.OUTCOMES, null);
                return new LoadedOutcomes(
                        decisions,
                        decisions == 0
                                ? Optional.empty()
                                : Optional.of(loader.load(new LoadRequest(dataset, source, run), progress)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the outcomes of " + dataset, e);
        }
    }

    /**
     * @param decisions with an outcome
     * @param load empty where there are none
     */
    public record LoadedOutcomes(long decisions, Optional<LoadOutcome> load) {}
}
