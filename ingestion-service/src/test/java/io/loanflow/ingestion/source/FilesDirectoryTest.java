package io.loanflow.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesDirectoryTest {

    @TempDir
    Path directory;

    private FilesDirectory files;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(directory.resolve("files/june"));
        Files.writeString(directory.resolve("secret.csv"), "secret");
        Files.writeString(directory.resolve("files/june/loans.csv"), "loans");
        files = new FilesDirectory(Settings.in(directory));
    }

    @Test
    void aFileBelowTheDirectoryIsFound() {
        SourceFile file = files.file("june/../june/loans.csv");

        assertThat(file.path()).hasContent("loans");
        assertThat(file.name()).isEqualTo("loans.csv");
        assertThat(file.origin()).isEqualTo(DataOrigin.FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "june/../../secret.csv", "/etc/passwd", "", " ", "a\0b"})
    void aPathThatLeadsOutIsRefused(String path) {
        assertThatThrownBy(() -> files.file(path))
                .isInstanceOf(FileUnavailableException.class)
                .hasMessageContaining("relative to that directory");
    }

    @Test
    void aLinkThatLeadsOutIsRefused() throws IOException {
        Files.createSymbolicLink(directory.resolve("files/link.csv"), directory.resolve("secret.csv"));
        Files.createSymbolicLink(directory.resolve("files/up"), directory);

        assertThatThrownBy(() -> files.file("link.csv")).isInstanceOf(FileUnavailableException.class);
        assertThatThrownBy(() -> files.file("up/secret.csv")).isInstanceOf(FileUnavailableException.class);
    }

    @Test
    void aDirectoryThatIsALinkItselfIsFine() throws IOException {
        Files.createDirectories(directory.resolve("elsewhere"));
        Files.createSymbolicLink(directory.resolve("elsewhere/files"), directory.resolve("files"));

        assertThat(new FilesDirectory(Settings.in(directory.resolve("elsewhere")))
                        .file("june/loans.csv")
                        .path())
                .hasContent("loans");
    }

    @Test
    void uploadsThatAKilledServiceLeftAreDeletedAfterADay() throws IOException {
        Path left = Files.writeString(files.uploads().resolve("upload-1.csv"), "left");
        Path present = Files.writeString(files.uploads().resolve("upload-2.csv"), "present");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS)));

        files.uploads();

        assertThat(left).doesNotExist();
        assertThat(present).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"june", "july/loans.csv"})
    void whatIsNoFileSaysWhereItWasLookedFor(String path) {
        assertThatThrownBy(() -> files.file(path))
                .isInstanceOf(FileUnavailableException.class)
                .hasMessageContaining(directory.resolve("files").toString())
                .hasMessageContaining("LOANFLOW_FILES_DIRECTORY");
    }
}
