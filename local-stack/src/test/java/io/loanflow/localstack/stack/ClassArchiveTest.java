package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path directory;

    private Path jar = Path.of("");
    private Path archives = Path.of("");

    @BeforeEach
    void makeJar() throws Exception {
        jar = Files.writeString(directory.resolve("serving-service-1.0.0.jar"), "classes");
        archives = directory.resolve("classes");
    }

    @Test
    void whatIsNotThereIsWrittenAndThenRead() throws Exception {
        List<String> first = flags();
        assertThat(first).first().asString().startsWith("-XX:ArchiveClassesAtExit=" + archives);

        Files.write(written(first), new byte[] {(byte) 0xA8, 1});

        assertThat(flags()).containsExactly("-XX:SharedArchiveFile=" + written(first));
    }

    @Test
    void anotherJarOfTheNameHasAnotherAndTheOldOneGoes() throws Exception {
        Path old = Files.write(written(flags()), new byte[] {1});
        Files.writeString(jar, "other classes");

        Path other = written(flags());

        assertThat(other).isNotEqualTo(old);
        assertThat(old).doesNotExist();
    }

    @Test
    void oneThatWasNotWrittenToItsEndIsWrittenAgain() throws Exception {
        Path half = Files.write(written(flags()), new byte[4096]);

        assertThat(written(flags())).isEqualTo(half);
        assertThat(half).doesNotExist();
    }

    private List<String> flags() {
        return new ClassArchive(archives, jar).jvmFlags();
    }

    private static Path written(List<String> flags) {
        String flag = flags.get(0);
        return Path.of(flag.substring(flag.indexOf('=') + 1));
    }
}
