package io.loanflow.tablefiles;

import io.loanflow.contracts.dataset.Delimiter;
import io.loanflow.contracts.dataset.TableFormat;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** The text of a file from where its table begins: unpacked, decoded, and with one blank for many where blanks separate. */
public final class TableText implements Closeable {

    private final UnpackedContent content;
    private final Reader reader;
    private final boolean json;

    private TableText(UnpackedContent content, Reader reader, boolean json) {
        this.content = content;
        this.reader = reader;
        this.json = json;
    }

    /** @throws FileRejectedException if it begins as something else than text of the format does */
    public static TableText open(InputStream packed, String fileName, TableFormat format) throws IOException {
        try {
            UnpackedContent content = UnpackedContent.of(packed, fileName);
            TextReader text = new TextReader(content, fileName, format);
            return new TableText(content, text.isJson() ? text : table(text, format), text.isJson());
        } catch (UnpackedContent.DamagedException e) {
            throw damaged(fileName);
        }
    }

    private static Reader table(Reader text, TableFormat format) throws IOException {
        Reader table = format.skipLines() > 0 ? afterLines(format.skipLines(), new BufferedReader(text)) : text;
        return format.delimiter() == Delimiter.BLANKS ? new BlanksReader(table, format.quote()) : table;
    }

    private static Reader afterLines(int lines, BufferedReader text) throws IOException {
        int left = lines;
        for (int character = text.read(); character >= 0; character = text.read()) {
            if (character == '\r') {
                text.mark(1);
                if (text.read() != '\n') {
                    text.reset();
                }
            }
            if ((character == '\n' || character == '\r') && --left == 0) {
                return text;
            }
        }
        return text;
    }

    public boolean isJson() {
        return json;
    }

    public Reader reader() {
        return reader;
    }

    /** What is said where {@link #reader} throws {@link UnpackedContent.DamagedException}. */
    public static FileRejectedException damaged(String fileName) {
        return new FileRejectedException(
                fileName + ": cannot be unpacked; it is damaged or cut short: send it again, or unpack it by hand");
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
