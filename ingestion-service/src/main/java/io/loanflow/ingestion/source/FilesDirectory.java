package io.loanflow.ingestion.source;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.IngestionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one directory whose files a request may name. */
@Component
public class FilesDirectory {

    private static final Duration LONGEST_LOAD = Duration.ofDays(1);

    private final Path directory;

    public FilesDirectory(IngestionSettings settings) {
        directory = settings.filesDirectory().toPath().toAbsolutePath().normalize();
    }

    /**
     * @param path relative to the directory
     * @throws FileUnavailableException if there is no such file, or the path or a link in it leads out of the directory
     */
    public SourceFile file(String path) {
        Path file = resolve(path);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new FileUnavailableException("there is no readable file \"" + path + "\" in " + directory
                    + "; put it there, or set LOANFLOW_FILES_DIRECTORY to the directory it is in");
        }
        requireInside(file, path);
        return new SourceFile(file, file.getFileName().toString(), DataOrigin.FILE, path);
    }

    /**
     * The directory of that path; empty if there is none.
     *
     * @param path relative to this directory
     * @throws FileUnavailableException if the path or a link in it leads out of this directory
     */
    Optional<Path> directory(String path) {
        Path named = resolve(path);
        if (!Files.isDirectory(named)) {
            return Optional.empty();
        }
        requireInside(named, path);
        return Optional.of(named);
    }

    private Path resolve(String path) {
        try {
            Path file = directory.resolve(path).normalize();
            if (path.isBlank() || Path.of(path).isAbsolute() || !file.startsWith(directory)) {
                throw outside(path);
            }
            return file;
        } catch (InvalidPathException e) {
            throw outside(path);
        }
    }

    private void requireInside(Path file, String path) {
        try {
            if (!file.toRealPath().startsWith(directory.toRealPath())) {
                throw outside(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + directory, e);
        }
    }

    /** Where uploads lie while they are loaded; made if it is not there, rid of what a killed service left in it. */
    public Path uploads() {
        try {
            Path uploads = Files.createDirectories(directory.resolve(".uploads"));
            long abandoned = Instant.now().minus(LONGEST_LOAD).toEpochMilli();
            try (DirectoryStream<Path> left =
                    Files.newDirectoryStream(uploads, file -> file.toFile().lastModified() < abandoned)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            return uploads;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep uploads in " + directory, e);
        }
    }

    private FileUnavailableException outside(String path) {
        return new FileUnavailableException(
                "\"" + path + "\" is not a path of a file in " + directory + "; name one relative to that directory");
    }
}
