package io.loanflow.tablefiles;

import java.io.IOException;
import java.io.Reader;

/** Makes one blank of each run of blanks and tabs, and none of those at the ends of a line; what is in quotes stays as it is. */
final class BlanksReader extends Reader {

    private final Reader text;
    private final char quote;
    private final char[] buffer = new char[1 << 13];
    private int position;
    private int limit;
    private boolean quoted;
    private boolean blanks;
    private boolean inLine;

    BlanksReader(Reader text, char quote) {
        this.text = text;
        this.quote = quote;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            if (position == limit && !fill(count)) {
                return count == 0 ? -1 : count;
            }
            if (position == limit) {
                return count;
            }
            char character = buffer[position];
            boolean blank = !quoted && (character == ' ' || character == '\t');
            boolean lineEnd = character == '\n' || character == '\r';
            if (blanks && inLine && !blank && !lineEnd) {
                target[offset + count++] = ' ';
                blanks = false;
                continue;
            }
            position++;
            blanks = blank;
            if (!blank) {
                quoted ^= character == quote;
                inLine = quoted || !lineEnd;
                target[offset + count++] = character;
            }
        }
        return count;
    }

    /** What was read before is handed out before more is waited for. */
    private boolean fill(int count) throws IOException {
        if (count > 0) {
            return true;
        }
        limit = text.read(buffer, 0, buffer.length);
        position = 0;
        if (limit < 0) {
            limit = 0;
            return false;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
