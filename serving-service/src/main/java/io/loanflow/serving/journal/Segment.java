package io.loanflow.serving.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reads a file of the journal, also while it grows. */
public final class Segment {

    private static final int BUFFER = 1 << 16;

    private Segment() {}

    /** What is done with an entry. */
    @FunctionalInterface
    public interface Visitor {
        void entry(Place place, byte[] content) throws IOException;
    }

    /**
     * What was found.
     *
     * @param end of the last whole entry; what follows was never told to be written
     * @param damaged entries before it whose checksum is wrong
     */
    public record Contents(long end, int damaged) {}

    /** Visits every whole entry, in the order in which they were written. */
    public static Contents read(Path file, Visitor visitor) throws IOException {
        long size = Files.size(file);
        long end = 0;
        int bad = 0;
        int damaged = 0;
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (long offset = 0; size - offset >= EntryFormat.HEADER; ) {
                int length = input.readInt();
                int checksum = input.readInt();
                long next = offset + EntryFormat.HEADER + length;
                if (length <= 0 || next > size) {
                    break;
                }
                byte[] content = input.readNBytes(length);
                if (content.length == length && EntryFormat.checksum(content, length) == checksum) {
                    visitor.entry(Place.of(file, offset), content);
                    end = next;
                    damaged = bad;
                } else {
                    bad++;
                }
                offset = next;
            }
        }
        return new Contents(end, damaged);
    }

    /** The entry at a place; empty where there is none any more. */
    public static Optional<byte[]> read(Path file, long offset) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            input.seek(offset);
            int length = input.readInt();
            int checksum = input.readInt();
            if (length <= 0 || length > input.length() - offset - EntryFormat.HEADER) {
                return Optional.empty();
            }
            byte[] content = new byte[length];
            input.readFully(content);
            return EntryFormat.checksum(content, length) == checksum ? Optional.of(content) : Optional.empty();
        }
    }

    /** Cuts off what follows the last whole entry. */
    static void cut(Path file, long end) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() > end) {
                channel.truncate(end);
                channel.force(true);
            }
        }
    }
}
