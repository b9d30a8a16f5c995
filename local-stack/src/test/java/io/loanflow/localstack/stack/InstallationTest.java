package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    private Path home;

    @Test
    void aReleaseRunsItsJarsWhereTheyLie() throws IOException {
        Path applications = Files.createDirectory(home.resolve("applications"));
        Path jar = Files.createFile(applications.resolve("serving-service.jar"));
        assertThat(new Installation(home).program(Application.SERVING.module(), home.resolve("unpacked")))
                .isEqualTo(jar);
    }

    @Test
    void anIncompleteReleaseSaysWhatToDo() throws IOException {
        Files.createDirectory(home.resolve("applications"));
        assertThatThrownBy(() -> new Installation(home).program(Application.SERVING.module(), home.resolve("unpacked")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("serving-service.jar")
                .hasMessageContaining("unpack the release again");
    }

    @Test
    void aCloneThatIsNotBuiltSaysWhatToDo() {
        assertThatThrownBy(() -> new Installation(home).program(Application.SERVING.module(), home.resolve("unpacked")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("mvn package");
    }
}
