package io.loanflow.serving.champion;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to this process's own server that sends the same request again and again. Plain bytes: what a client library takes
 * for them would be compiled in the place of what answers.
 */
final class OwnConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 2000;
    private static final String OK = "HTTP/1.1 200";
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String END = "\r\n\r\n";

    private final Socket socket = new Socket();
    private final InputStream in;
    private final byte[] request;
    private final byte[] buffer = new byte[16 * 1024];

    OwnConnection(InetSocketAddress server, String path, byte[] json) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server, PATIENCE_MILLIS);
        in = socket.getInputStream();
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length + END;
        request = (head + new String(json, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends the request. False where the answer is none of success, or not of a known length. */
    boolean isAnswered() throws IOException {
        socket.getOutputStream().write(request);
        int filled = 0;
        int bodyAt;
        String head;
        do {
            filled += more(filled);
            head = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
            bodyAt = head.indexOf(END);
        } while (bodyAt < 0);
        int length = length(head.substring(0, bodyAt + 2));
        if (!head.startsWith(OK) || length < 0) {
            return false;
        }
        int end = bodyAt + END.length() + length;
        while (filled < end) {
            filled += more(filled);
        }
        return true;
    }

    private int more(int filled) throws IOException {
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count <= 0) {
            throw new EOFException(
                    "the connection was closed, or the answer is longer than " + buffer.length + " bytes");
        }
        return count;
    }

    private static int length(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        return at < 0
                ? -1
                : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at + 2))
                        .strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
