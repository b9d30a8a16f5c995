package io.loanflow.preprocessing;

import io.loanflow.featurebatches.BatchSeal;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.RedisConnection;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;

/** Makes beans of the classes that know no Spring. */
@Configuration
class PreprocessingConfiguration {

    /** Temporal's own pause of up to a minute would show progress late and notice a cancellation late. */
    private static final Duration HEARTBEAT_PAUSE = Duration.ofSeconds(1);

    @Bean
    UnifiedJedis redis(PreprocessingProperties properties) {
        return RedisConnection.open(properties.redisUrl(), properties.redisCluster(), properties.redisTimeout());
    }

    @Bean
    FeatureBatchCache featureBatchCache(UnifiedJedis redis, PreprocessingProperties properties) {
        return new FeatureBatchCache(redis, BatchSeal.of(properties.batchSecret()));
    }

    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> workerOptions(PreprocessingProperties properties) {
        return options -> options.setMaxConcurrentActivityExecutionSize(properties.maxPreparations())
                .setMaxHeartbeatThrottleInterval(HEARTBEAT_PAUSE);
    }
}
