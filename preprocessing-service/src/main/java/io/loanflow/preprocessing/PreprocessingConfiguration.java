package io.loanflow.preprocessing;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Makes beans of the classes that know no Spring. */
@Configuration
class PreprocessingConfiguration {

    /** Temporal's own pause of up to a minute would show progress late and notice a cancellation late. */
    private static final Duration HEARTBEAT_PAUSE = Duration.ofSeconds(1);

    @Bean
    DatasetCatalog datasetCatalog(PreprocessingProperties properties) {
        return new DatasetCatalog(properties.dataDirectory());
    }

    /** Connects when it is used, and again after an outage: a connection is tested before it is lent. */
    @Bean
    UnifiedJedis redis(PreprocessingProperties properties) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setTestOnBorrow(true);
        pool.setMaxWait(properties.redisTimeout());
        URI url = properties.redisUrl();
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url))
                .clientConfig(DefaultJedisClientConfig.builder(url)
                        .timeoutMillis((int) properties.redisTimeout().toMillis())
                        .build())
                .poolConfig(pool)
                .build();
    }

    @Bean
    FeatureBatchCache featureBatchCache(UnifiedJedis redis) {
        return new FeatureBatchCache(redis);
    }

    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> workerOptions(PreprocessingProperties properties) {
        return options -> options.setMaxConcurrentActivityExecutionSize(properties.maxPreparations())
                .setMaxHeartbeatThrottleInterval(HEARTBEAT_PAUSE);
    }
}
