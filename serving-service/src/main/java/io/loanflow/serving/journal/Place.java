package io.loanflow.serving.journal;

import java.nio.file.Path;

/**
 * Where an entry lies.
 *
 * @param segment file name
 * @param offset of the entry in it
 */
public record Place(String segment, long offset) {

    static Place of(Path segment, long offset) {
        return new Place(segment.getFileName().toString(), offset);
    }
}
