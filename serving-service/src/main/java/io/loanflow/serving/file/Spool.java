package io.loanflow.serving.file;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes that wait on the disk. Answers do until the whole file is read: most clients read nothing before they have sent everything, and only
 * then is it known that all of it can be answered. The file has no name from its first moment on, so that nothing of it outlives this process.
 */
public final class Spool implements AutoCloseable {

    private static final int BUFFER = 1 << 17;

    private final FileChannel file;
    private final OutputStream output;

    private Spool(FileChannel file) {
        this.file = file;
        this.output = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
    }

    static Spool open() throws IOException {
        Path path = Files.createTempFile("loanflow-answers-", ".tmp");
        try {
            return new Spool(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } finally {
            Files.delete(path);
        }
    }

    OutputStream output() {
        return output;
    }

    /** In bytes. */
    public long size() throws IOException {
        output.flush();
        return file.size();
    }

    /** All of it, from its begin; its end is no end of this. */
    InputStream input() throws IOException {
        output.flush();
        file.position(0);
        return new FilterInputStream(Channels.newInputStream(file)) {

            @Override
            public void close() {
                // The file is read again.
            }
        };
    }

    public void sendTo(OutputStream client) throws IOException {
        input().transferTo(client);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
