package io.loanflow.datasettables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as {@code LOAD DATA} reads them: values in UTF-8, tabs between, a line feed after, a backslash before each of those
 * three, {@code \N} for a missing value. Not for more than one thread.
 */
public final class RowEncoder {

    private final OutputStream output;
    private byte[] line = new byte[1024];
    private int length;

    public RowEncoder(OutputStream output) {
        this.output = output;
    }

    /** A row of its number and its values. */
    public void write(long number, @Nullable String[] values) throws IOException {
        write(Long.toString(number), values);
    }

    /** A row of a first value and the others. */
    public void write(String first, @Nullable String[] values) throws IOException {
        length = 0;
        text(first);
        for (String value : values) {
            line[length++] = '\t';
            value(value);
        }
        line[length++] = '\n';
        output.write(line, 0, length);
    }

    private void value(@Nullable String value) {
        if (value == null) {
            reserve(2);
            line[length++] = '\\';
            line[length++] = 'N';
        } else {
            text(value);
        }
    }

    private void text(String text) {
        reserve(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                bytes(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            put((byte) character);
        }
    }

    private void bytes(byte[] utf8) {
        reserve(2 * utf8.length);
        for (byte part : utf8) {
            put(part);
        }
    }

    private void put(byte part) {
        if (part == '\t' || part == '\n' || part == '\\') {
            line[length++] = '\\';
        }
        line[length++] = part;
    }

    /** Room for this much and for the separator that may follow. */
    private void reserve(int bytes) {
        if (line.length < length + bytes + 1) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + bytes + 1));
        }
    }
}
