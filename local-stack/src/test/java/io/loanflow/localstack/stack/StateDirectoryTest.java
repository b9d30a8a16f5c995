package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void aFileIsCopiedToItsPlaceOnceWhateverBecomesOfItLater() throws Exception {
        StateDirectory state = new StateDirectory(directory.resolve("my state"));
        Path file = Files.writeString(directory.resolve("my loans.csv"), "a,b\n1,1\n");

        state.bring(file, "digest/my loans.csv");
        Files.writeString(file, "a,b\n1,2\n");
        state.bring(file, "digest/my loans.csv");
        state.bring(file, "other/my loans.csv");

        assertThat(state.files().resolve("digest/my loans.csv")).hasContent("a,b\n1,1\n");
        assertThat(state.files().resolve("other/my loans.csv")).hasContent("a,b\n1,2\n");
        assertThat(state.files().resolve("digest")).isDirectoryContaining("glob:**.csv");
    }

    @Test
    void nobodyElseEntersWhatIsInADirectoryThatOthersMayEnter() throws Exception {
        Path shared = directory.resolve("shared");
        Files.createDirectories(shared.resolve("data"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(shared.resolve("data"), PosixFilePermissions.fromString("rwxrwxrwx"));

        new StateDirectory(shared).create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                .isEqualTo("rwxr-xr-x");
        try (Stream<Path> directories = Files.list(shared)) {
            assertThat(directories)
                    .hasSize(5)
                    .allSatisfy(entry -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)))
                            .isEqualTo("rwx------"));
        }
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothing() throws Exception {
        Path file = Files.createFile(directory.resolve("state"));
        StateDirectory state = new StateDirectory(file);

        assertThatThrownBy(state::configuration)
                .isInstanceOf(StackException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("LOANFLOW_STATE_DIRECTORY may name another");
    }
}
