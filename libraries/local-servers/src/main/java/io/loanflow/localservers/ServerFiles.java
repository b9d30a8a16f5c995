package io.loanflow.localservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a server works.
 *
 * @param directory that it has for itself, with its data; absolute
 * @param log its output is appended to; absolute
 */
public record ServerFiles(Path directory, Path log) {

    public ServerFiles {
        directory = directory.toAbsolutePath();
        log = log.toAbsolutePath();
    }

    /** With a log of the server's name. */
    static ServerFiles in(Path directory, String name) {
        return new ServerFiles(directory, directory.resolve(name + ".log"));
    }

    /** Makes the directories where there are none. */
    void createDirectories() {
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.resolveSibling(""));
        } catch (IOException e) {
            throw new LocalServerException("Cannot make the directories of a server: " + FileProblem.of(e), e);
        }
    }
}
