package io.loanflow.ingestion.expectation;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A temporary file of chunks of one size, each of which belongs to one of 256 parts. */
final class ChunkFile implements Closeable {

    private final FileChannel channel;
    private final int size;
    private byte[] parts = new byte[1024];
    private int chunks;

    ChunkFile(int size) throws IOException {
        this.size = size;
        Path file = Files.createTempFile("loanflow-keys", ".tmp");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** @param chunk all of it is written */
    void append(int part, ByteBuffer chunk) throws IOException {
        long position = (long) chunks * size;
        while (chunk.hasRemaining()) {
            position += channel.write(chunk, position);
        }
        parts = chunks == parts.length ? Arrays.copyOf(parts, chunks * 2) : parts;
        parts[chunks++] = (byte) part;
    }

    /** The chunks of a part, in the order in which they were written. */
    int[] chunksOf(int part) {
        return IntStream.range(0, chunks)
                .filter(chunk -> parts[chunk] == (byte) part)
                .toArray();
    }

    /** @param chunk is filled */
    void read(int number, ByteBuffer chunk) throws IOException {
        long position = (long) number * size;
        while (chunk.hasRemaining()) {
            int read = channel.read(chunk, position);
            if (read < 0) {
                throw new EOFException("the temporary file ends in chunk " + number);
            }
            position += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
