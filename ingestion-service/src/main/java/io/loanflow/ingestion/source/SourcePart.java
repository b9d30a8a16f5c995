package io.loanflow.ingestion.source;

import java.nio.file.Path;
import java.util.Map;

/**
 * One of the files of a load.
 *
 * @param name for people
 * @param with values that all its rows have in columns that are not in it
 */
public record SourcePart(Path path, String name, Map<String, String> with) {

    public SourcePart {
        with = Map.copyOf(with);
    }
}
