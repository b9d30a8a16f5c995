package io.loanflow.serving.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that stays open; understands answers of a known length. */
final class Connection implements AutoCloseable {

    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];

    Connection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    void exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int filled = 0;
        int bodyAt = -1;
        int end = Integer.MAX_VALUE;
        while (filled < end) {
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                throw new EOFException("the server closed the connection");
            }
            filled += count;
            if (bodyAt < 0) {
                bodyAt = bodyAt(filled);
                end = bodyAt < 0 ? Integer.MAX_VALUE : bodyAt + length(bodyAt);
            }
        }
    }

    private int bodyAt(int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(int bodyAt) {
        String head = new String(buffer, 0, bodyAt, StandardCharsets.US_ASCII);
        if (!head.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException("answered with " + head);
        }
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0) {
            throw new IllegalStateException("an answer without a length: " + head);
        }
        int from = at + LENGTH.length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).trim());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
