package io.loanflow.localstack.stack;

import io.loanflow.localservers.FileProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Bounds the logs of a stack: one that has grown too long becomes {@code NAME.log.1}, and what that was before is gone. The processes keep
 * their log open to append to it, so its content is copied and it is made empty; a line that is written between the two is lost.
 */
final class LogRotation {

    /** In bytes, of each log: twice as much is kept. */
    static final long LONGEST = 20L << 20;

    private final Path logs;
    private final Consumer<String> notes;

    /**
     * @param logs their directory
     * @param notes told what cannot be shortened
     */
    LogRotation(Path logs, Consumer<String> notes) {
        this.logs = logs;
        this.notes = notes;
    }

    void look() {
        try {
            tooLong().forEach(this::shorten);
        } catch (IOException e) {
            notes.accept("the logs cannot be looked at: " + FileProblem.of(e));
        }
    }

    private List<Path> tooLong() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .filter(file -> file.toFile().length() > LONGEST)
                    .toList();
        }
    }

    private void shorten(Path log) {
        Path former = log.resolveSibling(log.getFileName() + ".1");
        Path partial = log.resolveSibling(log.getFileName() + ".partial");
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            Files.copy(log, partial, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            channel.truncate(0);
            Files.move(partial, former, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            notes.accept(log.getFileName() + " is too long and cannot be shortened: " + FileProblem.of(e));
        }
    }
}
