package io.loanflow.localstack.stack;

import io.loanflow.localservers.FileProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** What the supervisor of a stack writes, for the commands that wait for a run meanwhile. */
final class SupervisorNotes {

    /** What else stands in the log, such as a warning of the JVM, is for {@code loanflow logs}. */
    private static final String SIGN = " ! ";

    private final Path log;
    private long position;

    /** What is written from now on. */
    SupervisorNotes(Path log) {
        this.log = log;
        position = log.toFile().length();
    }

    /** A line of the log. */
    static String line(String note) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS) + SIGN + note.replace('\n', ' ');
    }

    /** Everything that was written since the last time. */
    void tell(Consumer<String> notes) {
        for (String line : newText().lines().toList()) {
            int sign = line.indexOf(SIGN);
            if (sign > 0) {
                notes.accept(line.substring(sign + SIGN.length()));
            }
        }
    }

    /** Whole lines only. */
    private String newText() {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                // Begun anew.
                position = 0;
            }
            byte[] bytes = new byte[(int) (file.length() - position)];
            file.seek(position);
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            String lines = text.substring(0, text.lastIndexOf('\n') + 1);
            position += lines.getBytes(StandardCharsets.UTF_8).length;
            return lines;
        } catch (IOException e) {
            throw new StackException("Cannot read " + log + ": " + FileProblem.of(e), e);
        }
    }
}
