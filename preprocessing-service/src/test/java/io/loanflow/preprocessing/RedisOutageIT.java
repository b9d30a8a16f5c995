package io.loanflow.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.RedisServer;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

class RedisOutageIT {

    private static final String PASSWORD = "secret123";

    @TempDir
    Path directory;

    @Test
    void theConnectionWorksAgainAfterAnOutage() {
        int port = FreePort.find();
        UnifiedJedis redis = new PreprocessingConfiguration()
                .redis(new PreprocessingProperties(
                        new File("data"),
                        URI.create(RedisServer.url(port, PASSWORD)),
                        Duration.ofSeconds(2),
                        Duration.ofDays(1),
                        1));
        try (redis) {
            RedisServer server = RedisServer.start(directory, port, PASSWORD);
            redis.set("key", "value");
            server.close();
            assertThatThrownBy(() -> redis.get("key")).isInstanceOf(JedisConnectionException.class);

            server = RedisServer.start(directory, port, PASSWORD);
            try {
                assertThat(redis.get("key")).isNull();
            } finally {
                server.close();
            }
        }
    }
}
