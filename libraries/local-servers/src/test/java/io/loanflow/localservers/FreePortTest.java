package io.loanflow.localservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void aPortIsFreeAndNoneThatTheSystemGivesToConnections() throws IOException {
        int port = FreePort.find();

        assertThat(port).isBetween(20_000, 32_767);
        assertThat(FreePort.isFree(port)).isTrue();
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.isFree(server.getLocalPort())).isFalse();
        }
    }
}
