package io.loanflow.serving.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Appends to one file. Not for more than one thread, nor for one that may be interrupted, which would close the file. */
final class SegmentWriter implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private long end;

    private SegmentWriter(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes the file, for nobody else to read; it is in its directory after any crash. */
    static SegmentWriter create(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new SegmentWriter(file, channel);
    }

    Path file() {
        return file;
    }

    /** Bytes that are written for good. */
    long end() {
        return end;
    }

    /** Writes all of it and waits for the disk, or undoes it as far as the disk allows. */
    void append(ByteBuffer bytes) throws IOException {
        long before = end;
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            end = channel.position();
        } catch (IOException e) {
            undo(before, e);
            throw e;
        }
    }

    private void undo(long before, IOException cause) {
        try {
            channel.truncate(before);
        } catch (IOException e) {
            // What is left is a torn tail, which readers know.
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
