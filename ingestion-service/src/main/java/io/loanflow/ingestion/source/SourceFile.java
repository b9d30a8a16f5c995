package io.loanflow.ingestion.source;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.nio.file.Path;

/**
 * A file to load.
 *
 * @param name for people
 */
public record SourceFile(Path path, String name, DataOrigin origin) {

    public static SourceFile of(Path path, DataOrigin origin) {
        return new SourceFile(path, path.getFileName().toString(), origin);
    }
}
