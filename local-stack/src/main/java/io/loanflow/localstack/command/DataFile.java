package io.loanflow.localstack.command;

import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a file where the ingestion service may read it. */
final class DataFile {

    private DataFile() {}

    /**
     * Links the file, or copies it where that is not possible. The same file again is there already; one that has changed
     * since gets another place, so that a run which still reads the first is not disturbed.
     *
     * @return its path under the service's file directory
     */
    static String bring(Path named, StateDirectory state) {
        if (!Files.isRegularFile(named) || !Files.isReadable(named)) {
            throw new StackException("The file " + named + " cannot be read; name another with --data");
        }
        try {
            Path file = named.toRealPath();
            Path place = Path.of(
                    Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis(),
                    file.getFileName().toString());
            Path target = state.files().resolve(place);
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                linkOrCopy(file, target);
            }
            return place.toString();
        } catch (IOException e) {
            throw new StackException("Cannot bring " + named + " to " + state.files() + ": " + e.getMessage(), e);
        }
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
            // Another file system, or a file of another user.
            Path partial = target.resolveSibling(target.getFileName() + ".partial");
            Files.deleteIfExists(partial);
            Files.copy(file, partial);
            Files.move(partial, target);
        }
    }
}
