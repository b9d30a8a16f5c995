package io.loanflow.trees.forest.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the files of a benchmark, which goes with them. */
public final class WorkDirectory implements AutoCloseable {

    private final Path path;

    /** @param benchmark whose folder it is */
    public WorkDirectory(String benchmark) throws IOException {
        path = Files.createTempDirectory("loanflow-" + benchmark + "-");
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
