package io.loanflow.ingestion.source;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.ingestion.IngestionSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Settings whose directories lie in one. */
final class Settings {

    private static final URI UNUSED = URI.create("http://127.0.0.1:1");

    private Settings() {}

    static IngestionSettings in(Path directory) {
        return in(directory, null);
    }

    static IngestionSettings in(Path directory, @Nullable Path dataFile) {
        return new IngestionSettings(
                directory.resolve("data").toFile(),
                directory.resolve("files").toFile(),
                dataFile == null ? null : dataFile.toFile(),
                directory.resolve("cache").toFile(),
                UNUSED,
                UNUSED,
                Duration.ofSeconds(10),
                DataSize.ofMegabytes(1),
                DataSize.ofKilobytes(100),
                new IngestionSettings.Table(TableEngine.AUTO));
    }
}
