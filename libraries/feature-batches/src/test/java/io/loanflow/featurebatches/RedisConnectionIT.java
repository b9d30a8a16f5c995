package io.loanflow.featurebatches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.RedisServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisMovedDataException;

class RedisConnectionIT {

    private static final String PASSWORD = "secret123";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path directory;

    @Test
    void theConnectionWorksAgainAfterAnOutage() {
        int port = FreePort.find();
        URI url = URI.create(RedisServer.url(port, PASSWORD));
        try (UnifiedJedis redis = RedisConnection.open(url, false, TIMEOUT)) {
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

    @Test
    void batchesAreFoundOnWhicheverNodeOfAClusterTheyLie() {
        String prefix = IntStream.range(0, 1000)
                .mapToObj(number -> FeatureBatchCache.keyPrefix("loan", "load-" + number))
                .filter(RedisCluster::isOnSecondNode)
                .findFirst()
                .orElseThrow();
        try (RedisCluster cluster = RedisCluster.start(directory);
                UnifiedJedis redis =
                        RedisConnection.open(URI.create(cluster.first().url()), true, TIMEOUT);
                RedisClient withoutRedirections =
                        RedisClient.create(cluster.first().url());
                FeatureBatchCache cache = new FeatureBatchCache(redis, BatchSeal.NONE)) {
            FeatureManifest manifest;
            try (FeatureBatchWriter writer = cache.write(prefix, new BatchSet(Batches.SCHEMA, 10, DAY))) {
                writer.write(Part.TRAIN, Batches.batch(0, 10));
                writer.write(Part.TEST, Batches.batch(0, 5));
                manifest = writer.complete(Batches.DEFINITION, Batches.ENCODER, Batches.RUN, 1);
            }

            assertThat(cache.findWhole(prefix, DAY)).contains(manifest);
            cache.open(manifest.reference(prefix))
                    .forEach(Part.TEST, batch -> assertThat(batch.rows()).isEqualTo(5));
            assertThat(redis.ping()).isEqualTo("PONG");
            assertThatThrownBy(() -> withoutRedirections.get(prefix + ":manifest"))
                    .isInstanceOf(JedisMovedDataException.class);
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutRepeatingItsPassword() {
        assertThatThrownBy(() -> RedisConnection.open(URI.create("redis://:secret@"), false, TIMEOUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loanflow.redis-url must be like redis://")
                .hasMessageNotContaining("secret");
    }
}
