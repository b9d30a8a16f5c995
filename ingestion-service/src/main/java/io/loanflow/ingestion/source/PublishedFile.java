package io.loanflow.ingestion.source;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetSource;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.IngestionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The file as it is published, downloaded once and kept under its digest. */
@Component
public class PublishedFile {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedFile.class);

    private static final Duration DOWNLOAD_TIMEOUT = Duration.ofSeconds(60);

    private final Path cache;
    private final Download download;

    public PublishedFile(IngestionSettings settings) {
        cache = settings.cacheDirectory().toPath().resolve("downloads");
        download = new Download(settings.maxDownload().toBytes(), DOWNLOAD_TIMEOUT);
    }

    /** Fetched if it was not fetched before; missing if it is out of reach or not what the definition says. */
    PublishedCopy find(DatasetDefinition definition) {
        DatasetSource source = definition.source();
        if (source.download() == null || source.sha256() == null) {
            return PublishedCopy.missing("its definition names no download");
        }
        Path file = cache.resolve(source.sha256()).resolve(source.file());
        try {
            if (!Files.exists(file)) {
                fetch(URI.create(source.download()), source.sha256(), file);
            }
            return PublishedCopy.at(SourceFile.of(file, DataOrigin.DOWNLOAD));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Data set {}: no download of {}: {}", definition.name(), source.download(), e.getMessage());
            return PublishedCopy.missing("the download of " + source.download() + " failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while downloading", e));
        }
    }

    private void fetch(URI address, String sha256, Path file) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(cache.resolve(sha256));
        Path unchecked = Files.createTempFile(directory, "unchecked-", ".part");
        try {
            download.fetch(address, file.getFileName().toString(), unchecked);
            String digest = Sha256.hex(unchecked);
            if (!digest.equals(sha256)) {
                throw new IOException("its SHA-256 is " + digest + ", not " + sha256 + " as its definition says");
            }
            Files.move(unchecked, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unchecked);
        }
    }
}
