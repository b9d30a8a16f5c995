package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.FilePart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the files that hold a table.
 *
 * @param fileName for messages
 * @param with values that all its rows have in columns that are not in it
 * @param content opens it, once; closed by whoever made the part
 * @param file where it lies; null where there is its content alone, which must be text then
 * @param part what its rows are for; null where that is not said
 */
public record TablePart(
        String fileName,
        Map<String, String> with,
        Content content,
        @Nullable Path file,
        @Nullable FilePart part) {

    /** Text that lies nowhere. */
    public TablePart(String fileName, Map<String, String> with, Content content) {
        this(fileName, with, content, null, null);
    }

    /** Opens a file. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
