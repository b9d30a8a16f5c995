package io.loanflow.ingestion.source;

import io.loanflow.contracts.dataset.FilePart;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the files of a load.
 *
 * @param name for people
 * @param with values that all its rows have in columns that are not in it
 * @param part what its rows are for; null where that is not said
 */
public record SourcePart(
        Path path,
        String name,
        Map<String, String> with,
        @Nullable FilePart part) {

    public SourcePart {
        with = Map.copyOf(with);
    }
}
