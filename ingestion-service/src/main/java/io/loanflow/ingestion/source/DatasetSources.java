package io.loanflow.ingestion.source;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.IngestionSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a data set's files come from. */
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
     * The file that a request names, or the data set's files in a directory that it names.
     *
     * @param path in the files directory
     * @throws FileUnavailableException if there is no such file, or one of several is not there
     */
    public SourceFile named(DatasetDefinition definition, String path) {
        Optional<Path> directory = files.directory(path);
        if (directory.isPresent()) {
            return DefinedFiles.in(directory.get(), definition.source(), path);
        }
        if (!definition.source().isOneFile()) {
            throw new FileUnavailableException("data set " + definition.name() + " is read from several files: "
                    + DefinedFiles.names(definition.source()) + "; name the directory that they lie in");
        }
        return files.file(path);
    }

    /** What was loaded from the files directory before, if it is still there. */
    public Optional<SourceFile> kept(DatasetDefinition definition, String path) {
        try {
            return Optional.of(named(definition, path));
        } catch (FileUnavailableException e) {
            return Optional.empty();
        }
    }

    /**
     * The data set's own file: the configured one, which is the standard data set's, else the one beside the definition; empty if there
     * is none.
     *
     * @throws FileUnavailableException if one is configured that cannot be read
     */
    public Optional<SourceFile> own(DatasetDefinition definition) {
        if (dataFile != null && definition.name().equals(DatasetCatalog.STANDARD)) {
            return Optional.of(configured(dataFile));
        }
        Path directory = catalog.directory(definition.name());
        return DefinedFiles.areIn(directory, definition.source())
                ? Optional.of(DefinedFiles.in(directory, definition.source(), null))
                : Optional.empty();
    }

    /** The file that the definition says where to download. */
    public PublishedCopy published(DatasetDefinition definition) {
        return published.find(definition);
    }

    /**
     * Rows made by the generator.
     *
     * @throws FileUnavailableException if the data set has no statistics to draw rows from
     */
    public SourceFile generated(DatasetDefinition definition) {
        return synthetic
                .find(definition, catalog.directory(definition.name()))
                .orElseThrow(() -> new FileUnavailableException("data set " + definition.name()
                        + " has no synthetic.yaml, from which rows could be generated; name a file"));
    }

    /**
     * The same in the place of a file.
     *
     * @param problem why there is no file
     */
    public SourceFile generated(DatasetDefinition definition, String problem) {
        return synthetic
                .find(definition, catalog.directory(definition.name()))
                .orElseThrow(
                        () -> new FileUnavailableException("data set " + definition.name() + " has no file: " + problem
                                + ", and it has no synthetic.yaml. Name a file, or put it at "
                                + beside(definition).toAbsolutePath()));
    }

    private Path beside(DatasetDefinition definition) {
        return catalog.directory(definition.name()).resolve(definition.source().file());
    }

    private static SourceFile configured(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new FileUnavailableException("LOANFLOW_DATA names " + file.toAbsolutePath()
                    + ", which is not a readable file; correct it, or unset it to use the data set's own source");
        }
        return SourceFile.of(file, DataOrigin.FILE);
    }
}
