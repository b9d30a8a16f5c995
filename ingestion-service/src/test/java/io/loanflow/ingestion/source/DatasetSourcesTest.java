package io.loanflow.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.IngestionSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetSourcesTest {

    private static final byte[] PUBLISHED = "weight,tame\n4,yes\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private byte[] body = PUBLISHED;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cats.csv", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/cats.csv");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        define("/cats.csv");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileOfTheFilesDirectoryIsFoundAgainByItsPath() throws IOException {
        Files.createDirectories(directory.resolve("files/june"));
        Files.writeString(directory.resolve("files/june/mine.csv"), "mine");

        SourceFile file = sources(null).named(cats(), "june/mine.csv");

        assertThat(file.path()).hasContent("mine");
        assertThat(file.origin()).isEqualTo(DataOrigin.FILE);
        assertThat(sources(null).kept(cats(), String.valueOf(file.filesPath()))).contains(file);
        assertThat(sources(null).kept(cats(), "gone.csv")).isEmpty();
    }

    @Test
    void severalFilesAreFoundInADirectoryAndSortedWhereTheirNameIsAPattern() throws IOException {
        Path file = directory.resolve("data/cats/dataset.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll(
                                "source: .*",
                                "source: {files: [{file: 'cats-*.csv', with: {tame: no}}, {file: tame.csv, with: {tame: yes}}]}"));
        Path june = Files.createDirectories(directory.resolve("files/june"));
        for (String name : List.of("cats-2.csv", "cats-1.csv", "tame.csv", "dogs.csv")) {
            Files.writeString(june.resolve(name), name);
        }
        Files.writeString(directory.resolve("files/one.csv"), "one");

        SourceFile found = sources(null).named(cats(), "june");

        assertThat(found.parts()).extracting(SourcePart::name).containsExactly("cats-1.csv", "cats-2.csv", "tame.csv");
        assertThat(found.parts()).extracting(part -> part.with().get("tame")).containsExactly("no", "no", "yes");
        assertThat(sources(null).kept(cats(), String.valueOf(found.filesPath())))
                .contains(found);
        assertThat(sources(null).own(cats())).isEmpty();
        assertThatThrownBy(() -> sources(null).named(cats(), "one.csv"))
                .hasMessageContaining("read from several files: cats-*.csv, tame.csv; name the directory");
        Files.delete(june.resolve("tame.csv"));
        assertThatThrownBy(() -> sources(null).named(cats(), "june"))
                .hasMessageContaining("there is no readable file \"tame.csv\" in");
        assertThatThrownBy(() -> sources(null).named(cats(), "../data/cats")).hasMessageContaining("is not a path");
    }

    @Test
    void theFileBesideTheDefinitionIsTheDataSetsOwn() throws IOException {
        assertThat(sources(null).own(cats())).isEmpty();

        Files.writeString(directory.resolve("data/cats/cats.csv"), "beside");

        SourceFile file = sources(null).own(cats()).orElseThrow();
        assertThat(file.path()).hasContent("beside");
        assertThat(file.origin()).isEqualTo(DataOrigin.FILE);
    }

    @Test
    void theConfiguredFileIsTheStandardDataSetsAndNoOthers() throws IOException {
        Path configured = Files.writeString(directory.resolve("configured.csv"), "configured");
        DatasetDefinition loan = loan();

        assertThat(sources(configured).own(loan).orElseThrow().path()).hasContent("configured");
        assertThat(sources(configured).own(cats())).isEmpty();
    }

    @Test
    void aConfiguredFileThatIsNotThereIsNotPassedOver() throws IOException {
        DatasetDefinition loan = loan();

        assertThatThrownBy(() -> sources(directory.resolve("gone.csv")).own(loan))
                .isInstanceOf(FileUnavailableException.class)
                .hasMessageContaining("LOANFLOW_DATA")
                .hasMessageContaining("gone.csv");
    }

    @Test
    void thePublishedFileIsDownloadedOnce() {
        SourceFile first = published();
        SourceFile second = published();

        assertThat(first.path()).hasBinaryContent(PUBLISHED);
        assertThat(first.name()).isEqualTo("cats.csv");
        assertThat(first.origin()).isEqualTo(DataOrigin.DOWNLOAD);
        assertThat(second).isEqualTo(first);
        assertThat(requests).hasValue(1);
    }

    @Test
    void thePublishedFileMayMoveAndLieInAnArchive() throws IOException {
        define("/moved");
        body = zip("archive/cats.csv");

        assertThat(published().path()).hasBinaryContent(PUBLISHED);
    }

    @Test
    void anotherContentThanThePublishedOneIsNotUsed() throws IOException {
        body = "something else".getBytes(StandardCharsets.UTF_8);
        assertNoDownload("its SHA-256 is");
        body = zip("dogs.csv");
        assertNoDownload("the archive holds no cats.csv");
        body = new byte[200_000];
        assertNoDownload("larger than");
        define("/nothing-here");
        assertNoDownload("status 404");
        server.stop(0);
        assertNoDownload("127.0.0.1 cannot be reached");
        try (var left = Files.walk(directory.resolve("cache"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void generatedRowsAreTheSameEachTime() throws IOException {
        DatasetDefinition loan = loan();

        SourceFile file = sources(null).generated(loan);

        assertThat(file.origin()).isEqualTo(DataOrigin.SYNTHETIC);
        assertThat(file.name()).startsWith("synthetic_loan_");
        assertThat(Files.readAllLines(file.path())).hasSize(45_001);
        assertThat(sources(null).generated(loan)).isEqualTo(file);
    }

    @Test
    void whereNothingCanBeGeneratedItIsSaidWhatIsMissing() {
        assertThatThrownBy(() -> sources(null).generated(cats()))
                .isInstanceOf(FileUnavailableException.class)
                .hasMessageContaining("synthetic.yaml");
        assertThatThrownBy(() -> sources(null).generated(cats(), "the download failed"))
                .isInstanceOf(FileUnavailableException.class)
                .hasMessageContaining("the download failed")
                .hasMessageContaining(directory.resolve("data/cats/cats.csv").toString());
    }

    private SourceFile published() {
        return Objects.requireNonNull(sources(null).published(cats()).file());
    }

    private void assertNoDownload(String reason) {
        PublishedCopy copy = sources(null).published(cats());
        assertThat(copy.file()).isNull();
        assertThat(copy.problem())
                .startsWith("the download of http://127.0.0.1")
                .contains(reason);
    }

    private DatasetDefinition cats() {
        return new DatasetCatalog(directory.resolve("data")).definition("cats");
    }

    private DatasetDefinition loan() throws IOException {
        Path shipped = Path.of("../data/loan");
        Path loan = Files.createDirectories(directory.resolve("data/loan"));
        for (String name : List.of("dataset.yaml", "synthetic.yaml")) {
            Files.copy(shipped.resolve(name), loan.resolve(name));
        }
        return new DatasetCatalog(directory.resolve("data")).definition("loan");
    }

    private DatasetSources sources(@Nullable Path dataFile) {
        IngestionSettings settings = Settings.in(directory, dataFile);
        return new DatasetSources(
                settings, new FilesDirectory(settings), new PublishedFile(settings), new SyntheticFile(settings));
    }

    private void define(String path) throws IOException {
        Path cats = Files.createDirectories(directory.resolve("data/cats"));
        Files.writeString(cats.resolve("dataset.yaml"), """
                name: cats
                version: 1
                title: Cats
                description: Cats
                source: {file: cats.csv, sha256: %s, download: "http://127.0.0.1:%d%s"}
                quarantine-limit: 0.1
                positive-label: "yes"
                columns:
                  - {name: weight, description: Weight, type: real, role: feature}
                  - {name: tame, description: Tame, type: boolean, categories: ["no", "yes"], role: target}
                """.formatted(
                        Sha256.hex(PUBLISHED), server.getAddress().getPort(), path));
    }

    private static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(PUBLISHED);
        }
        return bytes.toByteArray();
    }
}
