package io.loanflow.tablefiles;

import io.loanflow.contracts.dataset.TableFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text. Unlike {@link java.io.InputStreamReader} it hands out all that comes before a malformed byte and only then
 * throws {@link java.nio.charset.CharacterCodingException}, so that the reader knows the line it is in.
 */
final class TextReader extends Reader {

    private final InputStream content;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final boolean json;
    private boolean ended;

    /**
     * @throws FileRejectedException if the first bytes are those of something else than such text, or there are none
     */
    TextReader(InputStream content, String fileName, TableFormat format) throws IOException {
        this.content = content;
        int length = content.readNBytes(bytes.array(), 0, bytes.capacity());
        FileStart.Text text = FileStart.text(bytes.array(), length, fileName, format);
        json = text.json();
        bytes.limit(length).position(text.begin());
        decoder = text.encoding()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    boolean isJson() {
        return json;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            int count = length - chars.remaining();
            if (count > 0) {
                return count;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = content.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    @Override
    public void close() {
        // The content belongs to the caller.
    }
}
