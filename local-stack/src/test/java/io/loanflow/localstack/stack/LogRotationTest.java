package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {

    private static final byte[] TOO_MUCH = new byte[(int) LogRotation.LONGEST + 1];

    @TempDir
    Path logs;

    private final List<String> notes = new ArrayList<>();

    @Test
    void aProcessGoesOnWritingToALogThatHasBecomeTooLong() throws IOException {
        Path log = logs.resolve("mlflow.log");
        try (OutputStream process = new FileOutputStream(log.toFile(), true)) {
            process.write(TOO_MUCH);
            rotation().look();
            process.write("goes on\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(log).hasContent("goes on\n");
        assertThat(logs.resolve("mlflow.log.1")).hasSize(TOO_MUCH.length);
        assertThat(notes).isEmpty();
    }

    @Test
    void oneFormerLogIsKept() throws IOException {
        Path log = logs.resolve("mlflow.log");
        Files.write(logs.resolve("mlflow.log.1"), TOO_MUCH);
        Files.write(log, new byte[(int) LogRotation.LONGEST + 2]);

        rotation().look();

        try (var files = Files.list(logs)) {
            assertThat(files).containsExactlyInAnyOrder(log, logs.resolve("mlflow.log.1"));
        }
        assertThat(logs.resolve("mlflow.log.1")).hasSize(LogRotation.LONGEST + 2);
    }

    @Test
    void aLogOfUsualLengthIsLeftAlone() throws IOException {
        Path log = Files.write(logs.resolve("redis.log"), new byte[(int) LogRotation.LONGEST]);

        rotation().look();

        assertThat(log).hasSize(LogRotation.LONGEST);
    }

    @Test
    void whatCannotBeShortenedIsTold() throws IOException {
        Files.write(logs.resolve("redis.log"), TOO_MUCH);
        Files.createDirectories(logs.resolve("redis.log.partial").resolve("in the way"));

        rotation().look();

        assertThat(notes).singleElement().asString().startsWith("redis.log is too long and cannot be shortened: ");
    }

    private LogRotation rotation() {
        return new LogRotation(logs, notes::add);
    }
}
