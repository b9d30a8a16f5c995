package io.loanflow.datasettables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Carries bytes from the thread that checks rows to the thread that sends them, a few blocks ahead, so that both work at the
 * same time. Whichever side ends first ends the other. {@code java.io}'s pipe locks for every few bytes and polls.
 */
public final class RowPipe {

    /** As much as the driver asks for at once. */
    private static final int BLOCK = 64 * 1024;

    private static final int BLOCKS_AHEAD = 16;

    private final Deque<ByteBuffer> full = new ArrayDeque<>();
    private final Deque<ByteBuffer> empty = new ArrayDeque<>();
    private final InputStream input = new Input();
    private final OutputStream output = new Output();
    private boolean ended;
    private boolean failed;
    private boolean readerGone;

    /** The sender ended first, and knows why. */
    public static final class ReaderGoneException extends IOException {

        private static final long serialVersionUID = 1;

        ReaderGoneException() {
            super("the database takes no more rows");
        }
    }

    /** For the sender. Closing it makes the writer's next block fail. */
    public InputStream input() {
        return input;
    }

    /** For the writer. Closing it ends the input, after what was written. */
    public OutputStream output() {
        return output;
    }

    /** Makes the sender fail, so that what it sent so far does not look like all of it. */
    public synchronized void fail() {
        failed = true;
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized void leave() {
        readerGone = true;
        notifyAll();
    }

    /** @return a block to fill */
    private synchronized ByteBuffer put(ByteBuffer filled) throws IOException {
        try {
            while (full.size() == BLOCKS_AHEAD && !readerGone) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (readerGone) {
            throw new ReaderGoneException();
        }
        full.add(filled.flip());
        notifyAll();
        ByteBuffer block = empty.poll();
        return block == null ? ByteBuffer.allocate(BLOCK) : block.clear();
    }

    /** @return the next block to read; null at the end */
    private synchronized @Nullable ByteBuffer take() throws IOException {
        try {
            while (full.isEmpty() && !ended && !failed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (failed) {
            throw new IOException("the rows end early");
        }
        notifyAll();
        return full.poll();
    }

    private synchronized void reuse(ByteBuffer block) {
        empty.add(block);
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted", cause);
    }

    private final class Input extends InputStream {

        private @Nullable ByteBuffer block;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (block == null || !block.hasRemaining()) {
                if (block != null) {
                    reuse(block);
                }
                block = take();
            }
            if (block == null) {
                return -1;
            }
            int count = Math.min(length, block.remaining());
            block.get(target, offset, count);
            return count;
        }

        @Override
        public void close() {
            leave();
        }
    }

    private final class Output extends OutputStream {

        private ByteBuffer block = ByteBuffer.allocate(BLOCK);

        @Override
        public void write(int part) throws IOException {
            write(new byte[] {(byte) part}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            for (int written = 0; written < length; ) {
                if (!block.hasRemaining()) {
                    flush();
                }
                int count = Math.min(length - written, block.remaining());
                block.put(source, offset + written, count);
                written += count;
            }
        }

        @Override
        public void flush() throws IOException {
            if (block.position() > 0) {
                block = put(block);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
            end();
        }
    }
}
