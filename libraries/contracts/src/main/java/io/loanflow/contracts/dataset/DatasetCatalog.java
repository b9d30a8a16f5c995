package io.loanflow.contracts.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The data sets of one directory: each has a folder of its own name with a {@code dataset.yaml} in it. Reads files anew at each call. */
public final class DatasetCatalog {

    /** The data set that is meant where a person names none. */
    public static final String STANDARD = "loan";

    private static final String FILE = "dataset.yaml";

    private final Path directory;

    public DatasetCatalog(Path directory) {
        this.directory = directory;
    }

    /** Names of all data sets, sorted; none if the directory does not exist. */
    public List<String> names() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(FILE)))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the data sets in " + directory, e);
        }
    }

    /** @throws DatasetDefinitionException if there is no such data set or its definition is wrong */
    public DatasetDefinition definition(String name) {
        return definition(name, text(name));
    }

    /**
     * The same of a text that was read before.
     *
     * @throws DatasetDefinitionException if there is no such data set or the text is wrong
     */
    public DatasetDefinition definition(String name, String text) {
        Path file = file(name);
        DatasetDefinition definition = DatasetDefinitionReader.read(text, file.toString());
        if (!definition.name().equals(name)) {
            throw new DatasetDefinitionException(file + ": name: is \"" + definition.name() + "\", must be \"" + name
                    + "\" like the folder the file lies in");
        }
        return definition;
    }

    /**
     * The definition as it is written, comments and all.
     *
     * @throws DatasetDefinitionException if there is no such data set or its text is not UTF-8
     */
    public String text(String name) {
        return DefinitionYaml.text(file(name));
    }

    /**
     * The folder of a data set, with its definition and its other files.
     *
     * @throws DatasetDefinitionException if there is no such data set
     */
    public Path directory(String name) {
        // Only names that were found here: a name may come from a request and must not lead out of the directory.
        if (!names().contains(name)) {
            throw new DatasetDefinitionException(
                    "data set \"" + name + "\" is unknown: there is no folder of that name with a "
                            + FILE + " in " + directory.toAbsolutePath() + "; there are: "
                            + (names().isEmpty() ? "none" : String.join(", ", names())));
        }
        return directory.resolve(name);
    }

    private Path file(String name) {
        return directory(name).resolve(FILE);
    }
}
