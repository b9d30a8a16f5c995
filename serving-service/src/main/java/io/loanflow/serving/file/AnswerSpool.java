package io.loanflow.serving.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Answers that wait on the disk until the whole file is read: most clients read nothing before they have sent everything, and only then is
 * it known that all of it can be answered. The file has no name from its first moment on, so that nothing of it outlives this process.
 */
public final class AnswerSpool implements AutoCloseable {

    private static final int BUFFER = 1 << 17;

    private final FileChannel file;
    private final OutputStream output;

    private AnswerSpool(FileChannel file) {
        this.file = file;
        this.output = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
    }

    static AnswerSpool open() throws IOException {
        Path path = Files.createTempFile("loanflow-answers-", ".tmp");
        try {
            return new AnswerSpool(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
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

    public void sendTo(OutputStream client) throws IOException {
        output.flush();
        file.position(0);
        Channels.newInputStream(file).transferTo(client);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
