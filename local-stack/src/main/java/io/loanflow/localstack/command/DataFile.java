package io.loanflow.localstack.command;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.dataset.DatasetSource;
import io.loanflow.contracts.dataset.TableFile;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.localservers.FileProblem;
import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file that a run is to load, or a directory with the data set's files in it.
 *
 * @param contents what is to be brought, by its path under the ingestion service's file directory
 * @param place path under the ingestion service's file directory. The same content again has the same; another content has another,
 *     whatever the file's name, size and time, so that a run which still reads the first is not disturbed.
 */
record DataFile(Map<String, Path> contents, String place) {

    /** Of the digest: enough that no two files of one machine share them. */
    private static final int DIGITS = 16;

    /**
     * @param definitions in which the files of a directory are found by the data set's name
     * @throws StackException if it cannot be read, or lacks a file
     */
    static DataFile of(Path named, DatasetCatalog definitions, String dataset) {
        if (!Files.isDirectory(named)) {
            return of(named);
        }
        try {
            return of(named, definitions.definition(dataset).source());
        } catch (DatasetDefinitionException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws StackException if it cannot be read */
    static DataFile of(Path named) {
        requireReadable(named);
        try {
            Path file = named.toRealPath();
            String place = Sha256.hex(file).substring(0, DIGITS) + "/" + file.getFileName();
            return new DataFile(Map.of(place, file), place);
        } catch (IOException e) {
            throw new StackException("Cannot look at " + named + ": " + FileProblem.of(e), e);
        }
    }

    private static DataFile of(Path directory, DatasetSource source) {
        if (source.isOneFile()) {
            return of(directory.resolve(source.file()));
        }
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = all.filter(file -> isOf(file.getFileName(), source))
                    .sorted()
                    .toList();
            requireEach(directory, files, source);
            StringBuilder digests = new StringBuilder();
            for (Path file : files) {
                digests.append(file.getFileName())
                        .append(' ')
                        .append(Sha256.hex(file))
                        .append('\n');
            }
            String place = Sha256.hex(digests.toString().getBytes(StandardCharsets.UTF_8))
                    .substring(0, DIGITS);
            return new DataFile(
                    files.stream().collect(Collectors.toMap(file -> place + "/" + file.getFileName(), file -> file)),
                    place);
        } catch (IOException e) {
            throw new StackException("Cannot look at " + directory + ": " + FileProblem.of(e), e);
        }
    }

    private static boolean isOf(Path name, DatasetSource source) {
        return source.files().stream().anyMatch(file -> file.isNameOf(name.toString()));
    }

    private static void requireEach(Path directory, List<Path> files, DatasetSource source) {
        for (TableFile file : source.files()) {
            if (files.stream().noneMatch(path -> file.isNameOf(String.valueOf(path.getFileName())))) {
                requireReadable(directory.resolve(file.file()));
            }
        }
        files.forEach(DataFile::requireReadable);
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StackException("The file " + file + " cannot be read; name another with --data");
        }
    }
}
