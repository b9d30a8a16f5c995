package io.loanflow.ingestion.source;

import io.loanflow.contracts.dataset.DatasetSource;
import io.loanflow.contracts.dataset.TableFile;
import io.loanflow.contracts.ingestion.DataOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a definition names, in a directory. */
final class DefinedFiles {

    private DefinedFiles() {}

    static boolean areIn(Path directory, DatasetSource source) {
        return source.files().stream().noneMatch(file -> parts(directory, file).isEmpty());
    }

    /**
     * @param filesPath of the directory under the files directory; null where it is elsewhere
     * @throws FileUnavailableException if one is not there
     */
    static SourceFile in(Path directory, DatasetSource source, @Nullable String filesPath) {
        List<SourcePart> parts = new ArrayList<>();
        for (TableFile file : source.files()) {
            List<SourcePart> found = parts(directory, file);
            if (found.isEmpty()) {
                throw new FileUnavailableException("there is no readable file \"" + file.file() + "\" in " + directory
                        + "; the data set is read from " + names(source) + ": put it there, or name another directory");
            }
            parts.addAll(found);
        }
        String name = parts.stream().map(SourcePart::name).collect(Collectors.joining(", "));
        return new SourceFile(parts, name, DataOrigin.FILE, filesPath);
    }

    static String names(DatasetSource source) {
        return source.files().stream().map(TableFile::file).collect(Collectors.joining(", "));
    }

    /** Sorted by name; none if there are none. */
    private static List<SourcePart> parts(Path directory, TableFile file) {
        if (!file.isPattern()) {
            return readable(directory.resolve(file.file()))
                    ? List.of(part(directory.resolve(file.file()), file))
                    : List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> file.isNameOf(String.valueOf(path.getFileName())))
                    .filter(DefinedFiles::readable)
                    .sorted()
                    .map(path -> part(path, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + directory, e);
        }
    }

    private static boolean readable(Path path) {
        return Files.isRegularFile(path) && Files.isReadable(path);
    }

    private static SourcePart part(Path path, TableFile file) {
        return new SourcePart(path, path.getFileName().toString(), file.with(), file.part());
    }
}
