package io.loanflow.ingestion.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * One of the files that hold a table.
 *
 * @param fileName for messages
 * @param with values that all its rows have in columns that are not in it
 * @param content opens it, once; closed by whoever made the part
 */
public record TablePart(String fileName, Map<String, String> with, Content content) {

    /** Opens a file. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
