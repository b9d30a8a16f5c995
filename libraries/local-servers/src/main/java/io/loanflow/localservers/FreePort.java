package io.loanflow.localservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. */
public final class FreePort {

    /** Below are ports that well-known servers have. */
    private static final int FIRST = 20_000;

    /** Linux gives those above to whoever asks for any (net.ipv4.ip_local_port_range); so do others, from still further up. */
    private static final int LAST = 32_767;

    private static final int MOST_TRIED = 1000;

    private FreePort() {}

    /**
     * A port that was free a moment ago. Another process may take it before its user does, but none that leaves the choice to the system, as
     * each connection does: systems choose above these ports by default.
     */
    public static int find() {
        return ThreadLocalRandom.current()
                .ints(MOST_TRIED, FIRST, LAST + 1)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Of " + MOST_TRIED + " ports of the loopback address none can be opened"));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it a port whose last connections have just closed would count as busy for a minute.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
