package io.loanflow.serving.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How an entry lies in a segment: length of the content (4 bytes), CRC-32C of length and content (4 bytes), content; big-endian. A length of 0
 * is no entry: a file that was cut off by a crash may end in zeros.
 */
final class EntryFormat {

    static final int HEADER = 2 * Integer.BYTES;

    private EntryFormat() {}

    static void write(byte[] content, ByteBuffer target) {
        target.putInt(content.length);
        target.putInt(checksum(content, content.length));
        target.put(content);
    }

    static int checksum(byte[] content, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        checksum.update(content, 0, length);
        return (int) checksum.getValue();
    }
}
