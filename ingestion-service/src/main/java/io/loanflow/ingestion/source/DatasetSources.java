package io.loanflow.ingestion.source;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.IngestionSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the file of a data set: the one a request names, else the configured one, the one beside the definition, the published
 * one, and last one that is made up.
 */
@Component
public class DatasetSources {

    private final DatasetCatalog catalog;
    private final FilesDirectory files;
    private final PublishedFile published;
    private final SyntheticFile synthetic;
    private final @Nullable Path dataFile;

    public DatasetSources(
            IngestionSettings settings, FilesDirectory files, PublishedFile published, SyntheticFile synthetic) {
        this.catalog = new DatasetCatalog(settings.dataDirectory().toPath());
        this.files = files;
        this.published = published;
        this.synthetic = synthetic;
        File named = settings.dataFile();
        this.dataFile = named == null ? null : named.toPath();
    }

    /**
     * @param file path in the files directory; null for the data set's own source
     * @throws DatasetDefinitionException if there is no such data set or its definition is wrong
     * @throws FileUnavailableException if there is no file to load
     */
    public SourceFile find(String dataset, @Nullable String file) {
        DatasetDefinition definition = catalog.definition(dataset);
        if (file != null) {
            return files.file(file);
        }
        if (dataFile != null) {
            return configured(dataFile);
        }
        Path directory = catalog.directory(dataset);
        Path beside = directory.resolve(definition.source().file());
        if (Files.isReadable(beside)) {
            return SourceFile.of(beside, DataOrigin.FILE);
        }
        return published
                .find(definition)
                .or(() -> synthetic.find(definition, directory))
                .orElseThrow(() -> nothing(definition, beside));
    }

    private static SourceFile configured(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new FileUnavailableException("LOANFLOW_DATA names " + file.toAbsolutePath()
                    + ", which is not a readable file; correct it, or unset it to use each data set's own source");
        }
        return SourceFile.of(file, DataOrigin.FILE);
    }

    private static FileUnavailableException nothing(DatasetDefinition definition, Path beside) {
        String download = definition.source().download() == null
                ? "its definition has no download"
                : "its download failed (the service's log says why)";
        return new FileUnavailableException("data set " + definition.name() + " has no file: " + download
                + " and it has no synthetic.yaml. Name a file, set LOANFLOW_DATA, or put it at "
                + beside.toAbsolutePath());
    }
}
