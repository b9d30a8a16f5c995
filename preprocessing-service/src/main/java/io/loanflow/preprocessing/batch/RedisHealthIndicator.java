package io.loanflow.preprocessing.batch;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/** Up while Redis answers; part of readiness. */
@Component
class RedisHealthIndicator extends AbstractHealthIndicator {

    private final UnifiedJedis redis;

    RedisHealthIndicator(UnifiedJedis redis) {
        super("Redis does not answer");
        this.redis = redis;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        redis.ping();
        health.up();
    }
}
