package io.loanflow.ingestion.source;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to load.
 *
 * @param name for people
 * @param filesPath under the files directory; null where it does not lie there to stay
 */
public record SourceFile(
        Path path, String name, DataOrigin origin, @Nullable String filesPath) {

    public static SourceFile of(Path path, DataOrigin origin) {
        return new SourceFile(path, path.getFileName().toString(), origin, null);
    }
}
