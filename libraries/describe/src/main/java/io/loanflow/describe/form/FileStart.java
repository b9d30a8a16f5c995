package io.loanflow.describe.form;

import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.TableText;
import io.loanflow.tablefiles.UnpackedContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The beginning of a file as text.
 *
 * @param whole whether that is all of it
 */
record FileStart(String text, boolean json, boolean whole, boolean packed) {

    private static final int LENGTH = 1 << 18;
    private static final int MAGIC = 6;

    static FileStart of(Path file, TableFormat format) throws IOException {
        boolean packed = isPacked(file);
        try (InputStream content = Files.newInputStream(file);
                TableText text = TableText.open(content, name(file), format)) {
            char[] start = new char[LENGTH];
            int length = fill(text.reader(), start);
            return new FileStart(new String(start, 0, length), text.isJson(), length < LENGTH, packed);
        }
    }

    private static int fill(Reader reader, char[] start) throws IOException {
        int length = 0;
        for (int count = reader.read(start); count > 0; count = reader.read(start, length, start.length - length)) {
            length += count;
            if (length == start.length) {
                break;
            }
        }
        return length;
    }

    private static boolean isPacked(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return UnpackedContent.isPacked(content.readNBytes(MAGIC));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
