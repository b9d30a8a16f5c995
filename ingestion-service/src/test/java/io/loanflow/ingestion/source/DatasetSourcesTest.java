package io.loanflow.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
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
    void theFileOfTheRequestComesFirst() throws IOException {
        Files.createDirectories(directory.resolve("files"));
        Files.writeString(directory.resolve("files/mine.csv"), "mine");

        SourceFile file = sources(beside()).find("cats", "mine.csv");

        assertThat(file.path()).hasContent("mine");
        assertThat(file.origin()).isEqualTo(DataOrigin.FILE);
    }

    @Test
    void theConfiguredFileComesSecond() throws IOException {
        beside();
        Path configured = Files.writeString(directory.resolve("configured.csv"), "configured");

        SourceFile file = sources(configured).find("cats", null);

        assertThat(file.path()).hasContent("configured");
        assertThat(file.origin()).isEqualTo(DataOrigin.FILE);
    }

    @Test
    void aConfiguredFileThatIsNotThereIsNotPassedOver() throws IOException {
        beside();

        assertThatThrownBy(() -> sources(directory.resolve("gone.csv")).find("cats", null))
                .isInstanceOf(FileUnavailableException.class)
                .hasMessageContaining("LOANFLOW_DATA")
                .hasMessageContaining("gone.csv");
    }

    @Test
    void theFileBesideTheDefinitionComesThird() throws IOException {
        beside();

        SourceFile file = sources(null).find("cats", null);

        assertThat(file.path()).hasContent("beside");
        assertThat(requests).hasValue(0);
    }

    @Test
    void thePublishedFileIsDownloadedOnce() {
        SourceFile first = sources(null).find("cats", null);
        SourceFile second = sources(null).find("cats", null);

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

        assertThat(sources(null).find("cats", null).path()).hasBinaryContent(PUBLISHED);
    }

    @Test
    void anotherContentThanThePublishedOneIsNotUsed() throws IOException {
        body = "something else".getBytes(StandardCharsets.UTF_8);
        assertNothing();
        body = zip("dogs.csv");
        assertNothing();
        body = new byte[200_000];
        assertNothing();
        define("/nothing-here");
        assertNothing();
        server.stop(0);
        assertNothing();
        try (var left = Files.walk(directory.resolve("cache"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void madeUpRowsComeLastAndAreTheSameEachTime() throws IOException {
        IngestionSettings own = Settings.in(directory);
        SyntheticFile synthetic = new SyntheticFile(own);
        Path data = Path.of("../data");
        DatasetSources sources = new DatasetSources(
                new IngestionSettings(
                        copyWithoutDownload(data).toFile(),
                        own.filesDirectory(),
                        null,
                        own.cacheDirectory(),
                        own.publicUrl(),
                        own.trackingUri(),
                        own.maxUpload(),
                        own.maxDownload(),
                        own.table()),
                new FilesDirectory(own),
                new PublishedFile(own),
                synthetic);

        SourceFile file = sources.find("loan", null);

        assertThat(file.origin()).isEqualTo(DataOrigin.SYNTHETIC);
        assertThat(file.name()).startsWith("synthetic_loan_");
        assertThat(Files.readAllLines(file.path())).hasSize(45_001);
        assertThat(sources.find("loan", null)).isEqualTo(file);
    }

    @Test
    void anUnknownDataSetIsSaidToBeUnknown() {
        assertThatThrownBy(() -> sources(null).find("dogs", null))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("dogs");
    }

    private void assertNothing() {
        assertThatThrownBy(() -> sources(null).find("cats", null))
                .isInstanceOf(FileUnavailableException.class)
                .hasMessageContaining("its download failed")
                .hasMessageContaining("LOANFLOW_DATA")
                .hasMessageContaining(directory.resolve("data/cats/cats.csv").toString());
    }

    private DatasetSources sources(@Nullable Path dataFile) {
        IngestionSettings settings = Settings.in(directory, dataFile);
        return new DatasetSources(
                settings, new FilesDirectory(settings), new PublishedFile(settings), new SyntheticFile(settings));
    }

    private @Nullable Path beside() throws IOException {
        Files.writeString(directory.resolve("data/cats/cats.csv"), "beside");
        return null;
    }

    private Path copyWithoutDownload(Path data) throws IOException {
        Path loan = Files.createDirectories(directory.resolve("data/loan"));
        String definition = Files.readString(data.resolve("loan/dataset.yaml"));
        Files.writeString(loan.resolve("dataset.yaml"), definition.replaceAll("(?m)^  download:.*\n", ""));
        Files.copy(data.resolve("loan/synthetic.yaml"), loan.resolve("synthetic.yaml"));
        return directory.resolve("data");
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
