package io.loanflow.featurebatches;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Pooled connections to one Redis server or to a cluster. */
public final class RedisConnection {

    private RedisConnection() {}

    /**
     * Connects to one server when it is used, and again after an outage: a connection is tested before it is lent. A cluster is
     * asked for its nodes at once, and must answer.
     *
     * @param url {@code redis://[user]:password@host:port[/database]}, or {@code rediss://} for TLS; of a cluster, any node, and
     *     no database
     * @param timeout for connecting and for an answer
     * @throws IllegalArgumentException if the URL is of another form; its password is not repeated
     */
    public static UnifiedJedis open(URI url, boolean cluster, Duration timeout) {
        requireValid(url);
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setTestOnBorrow(true);
        pool.setMaxWait(timeout);
        HostAndPort address = JedisURIHelper.getHostAndPort(url);
        JedisClientConfig client = DefaultJedisClientConfig.builder(url)
                .timeoutMillis((int) timeout.toMillis())
                .build();
        return cluster
                ? RedisClusterClient.builder()
                        .nodes(Set.of(address))
                        .clientConfig(client)
                        .poolConfig(pool)
                        .build()
                : RedisClient.builder()
                        .hostAndPort(address)
                        .clientConfig(client)
                        .poolConfig(pool)
                        .build();
    }

    private static void requireValid(URI url) {
        if (!JedisURIHelper.isValid(url)) {
            throw new IllegalArgumentException(
                    "loanflow.redis-url must be like redis://:password@127.0.0.1:6379, with host and port");
        }
    }
}
