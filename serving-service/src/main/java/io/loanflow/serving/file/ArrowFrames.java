package io.loanflow.serving.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.arrow.flatbuf.Message;

/**
 * An Arrow IPC stream up to its end, or that within a file of Arrow's, which begins with a mark. Whoever sends it says how long each
 * message is, and Arrow's reader makes room for what is said: here a message's head is read first, and refused where it is too long.
 */
final class ArrowFrames extends InputStream {

    private static final byte[] MARK = {'A', 'R', 'R', 'O', 'W', '1', 0, 0};
    private static final int CONTINUATION = -1;

    /** Bytes of a head, which has the names of columns and the places of values. */
    private static final int LONGEST_HEAD = 4 << 20;

    private final InputStream input;
    private ByteBuffer head = ByteBuffer.allocate(0);
    private long body;
    private boolean isFirst = true;
    private boolean isOver;

    ArrowFrames(InputStream input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!head.hasRemaining() && body == 0 && !isOver) {
            nextHead();
        }
        if (head.hasRemaining()) {
            int size = Math.min(length, head.remaining());
            head.get(bytes, offset, size);
            return size;
        }
        if (body == 0) {
            return -1;
        }
        int size = input.read(bytes, offset, (int) Math.min(length, body));
        if (size < 0) {
            throw new FileUnreadableException("the file ends within a record batch");
        }
        body -= size;
        return size;
    }

    private void nextHead() throws IOException {
        byte[] start = input.readNBytes(8);
        if (isFirst && Arrays.equals(start, MARK)) {
            start = input.readNBytes(8);
        }
        isFirst = false;
        ByteBuffer lengths = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (start.length == 0) {
            isOver = true;
            return;
        }
        if (start.length < 8 || lengths.getInt(0) != CONTINUATION) {
            throw new FileUnreadableException("the file is not an Arrow IPC stream (of version 1.0 or newer)");
        }
        int length = lengths.getInt(4);
        if (length == 0) {
            isOver = true;
            head = lengths;
            return;
        }
        if (length < 0 || length > LONGEST_HEAD) {
            throw new FileUnreadableException("a message of the file has a head of more than 4 MiB");
        }
        byte[] metadata = input.readNBytes(length);
        if (metadata.length < length) {
            throw new FileUnreadableException("the file ends within a message");
        }
        body = bodyLength(metadata);
        head = ByteBuffer.allocate(8 + length).put(start).put(metadata).flip();
    }

    private static long bodyLength(byte[] metadata) {
        try {
            long length = Message.getRootAsMessage(ByteBuffer.wrap(metadata)).bodyLength();
            if (length >= 0) {
                return length;
            }
        } catch (RuntimeException e) {
            throw new FileUnreadableException("a message of the file is damaged", e);
        }
        throw new FileUnreadableException("a message of the file is damaged");
    }
}
