package io.loanflow.ingestion.source;

import org.jspecify.annotations.Nullable;

/**
 * The published file, or why there is none.
 *
 * @param file null where there is none
 * @param problem the end of a sentence that begins "… since", such as "its download failed: …"; empty where there is a file
 */
public record PublishedCopy(@Nullable SourceFile file, String problem) {

    static PublishedCopy at(SourceFile file) {
        return new PublishedCopy(file, "");
    }

    static PublishedCopy missing(String problem) {
        return new PublishedCopy(null, problem);
    }
}
