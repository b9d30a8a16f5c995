package io.loanflow.localservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {

    @TempDir
    Path directory;

    @Test
    void nobodyIsServedWithoutThePassword() throws Exception {
        int port = FreePort.find();
        try (RedisServer server = RedisServer.start(directory, port, Passwords.generate());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));

            byte[] answer = socket.getInputStream().readNBytes("-NOAUTH".length());

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("-NOAUTH");
            assertThat(server.process().isAlive()).isTrue();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("redis.conf"))))
                .isEqualTo("rw-------");
        assertThat(FreePort.isFree(port)).isTrue();
    }

    @Test
    void noScriptIsRun() throws Exception {
        int port = FreePort.find();
        String password = Passwords.generate();
        try (RedisServer server = RedisServer.start(directory, port, password);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nEVAL \"return 1\" 0\r\n").getBytes(StandardCharsets.US_ASCII));

            byte[] answer = socket.getInputStream().readNBytes("+OK\r\n-NOPERM".length());

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("+OK\r\n-NOPERM");
            assertThat(server.process().isAlive()).isTrue();
        }
    }
}
