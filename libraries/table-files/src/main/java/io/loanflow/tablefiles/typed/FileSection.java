package io.loanflow.tablefiles.typed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Some bytes of a file, read from their place whatever else is read from the file. */
final class FileSection extends InputStream {

    private final FileChannel file;
    private final long end;
    private long position;

    FileSection(FileChannel file, long start, long length) {
        this.file = file;
        this.position = start;
        this.end = start + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position >= end) {
            return -1;
        }
        int count = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, end - position)), position);
        position += Math.max(count, 0);
        return count;
    }
}
