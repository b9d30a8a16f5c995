package io.loanflow.localservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProblemTest {

    @TempDir
    Path directory;

    @Test
    void saysWhatTheJdkLeavesOut() {
        Path missing = directory.resolve("missing");

        assertThat(FileProblem.of(new AccessDeniedException("/state/lock")))
                .isEqualTo("/state/lock: permission denied");
        assertThat(FileProblem.of(catchThrowableOfType(IOException.class, () -> Files.readString(missing))))
                .isEqualTo(missing + ": there is no such file or directory");
    }

    @Test
    void aFileInADirectorysPlaceIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(FileProblem.of(catchThrowableOfType(IOException.class, () -> Files.createDirectories(file))))
                .isEqualTo(file + ": it is there already, and no directory");
    }

    @Test
    void whatTheSystemSaysStays() {
        assertThat(FileProblem.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    }
}
