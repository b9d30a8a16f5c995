package io.loanflow.describe.form;

import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.TableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The beginning of a file as text.
 *
 * @param whole whether that is all of it
 */
record FileStart(String text, boolean json, boolean whole, boolean packed) {

    private static final int LENGTH = 1 << 18;
    private static final int MAGIC = 4;

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

    /** No text begins with what archives begin with. */
    private static boolean isPacked(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] first = content.readNBytes(MAGIC);
            String start = new String(first, StandardCharsets.ISO_8859_1);
            return start.startsWith("\u001f\u008b")
                    || start.startsWith("BZh")
                    || start.startsWith("\u00fd7zX")
                    || start.startsWith("(\u00b5/\u00fd")
                    || start.startsWith("PK\3\4");
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** A format in which nothing is known but the encoding. */
    static TableFormat undelimited(Charset encoding) {
        return Formats.with(TableFormat.STANDARD, encoding);
    }
}
