package io.loanflow.localstack.command;

import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a run is to load.
 *
 * @param place path under the ingestion service's file directory. The same file again has the same; one that has changed since has
 *     another, so that a run which still reads the first is not disturbed.
 */
record DataFile(Path path, String place) {

    /** @throws StackException if it cannot be read */
    static DataFile of(Path named) {
        if (!Files.isRegularFile(named) || !Files.isReadable(named)) {
            throw new StackException("The file " + named + " cannot be read; name another with --data");
        }
        try {
            Path file = named.toRealPath();
            String version =
                    Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
            return new DataFile(file, version + "/" + file.getFileName());
        } catch (IOException e) {
            throw new StackException("Cannot look at " + named + ": " + e.getMessage(), e);
        }
    }

    /** Links the file into a directory, or copies it where that is not possible. */
    void bring(Path directory) {
        Path target = directory.resolve(place);
        try {
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                linkOrCopy(target);
            }
        } catch (IOException e) {
            throw new StackException("Cannot bring " + path + " to " + directory + ": " + e.getMessage(), e);
        }
    }

    private void linkOrCopy(Path target) throws IOException {
        try {
            Files.createLink(target, path);
        } catch (IOException | UnsupportedOperationException e) {
            // Another file system, or a file of another user.
            Path partial = target.resolveSibling(target.getFileName() + ".partial");
            Files.deleteIfExists(partial);
            Files.copy(path, partial);
            Files.move(partial, target);
        }
    }
}
