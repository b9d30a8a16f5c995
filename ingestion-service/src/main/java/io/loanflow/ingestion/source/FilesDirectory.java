package io.loanflow.ingestion.source;

import io.loanflow.contracts.pipeline.DataOrigin;
import io.loanflow.ingestion.IngestionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The one directory whose files a request may name. */
@Component
public class FilesDirectory {

    private final Path directory;

    public FilesDirectory(IngestionSettings settings) {
        directory = settings.filesDirectory().toAbsolutePath().normalize();
    }

    /**
     * @param path relative to the directory
     * @throws FileUnavailableException if there is no such file, or the path or a link in it leads out of the directory
     */
    public SourceFile file(String path) {
        try {
            Path file = directory.resolve(path).normalize();
            if (path.isBlank() || Path.of(path).isAbsolute() || !file.startsWith(directory)) {
                throw outside(path);
            }
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new FileUnavailableException("there is no readable file \"" + path + "\" in " + directory
                        + "; put it there, or set LOANFLOW_FILES_DIRECTORY to the directory it is in");
            }
            if (!file.toRealPath().startsWith(directory.toRealPath())) {
                throw outside(path);
            }
            return SourceFile.of(file, DataOrigin.FILE);
        } catch (InvalidPathException e) {
            throw outside(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + directory, e);
        }
    }

    /** A file to write an upload to; the caller deletes it. */
    public Path newUpload() {
        try {
            Path uploads = Files.createDirectories(directory.resolve(".uploads"));
            return Files.createTempFile(uploads, "upload-", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write an upload to " + directory, e);
        }
    }

    private FileUnavailableException outside(String path) {
        return new FileUnavailableException(
                "\"" + path + "\" is not a path of a file in " + directory + "; name one relative to that directory");
    }
}
