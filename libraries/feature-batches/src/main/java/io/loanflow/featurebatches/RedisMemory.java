package io.loanflow.featurebatches;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Whether Redis has given up keys for want of memory since this was made. */
final class RedisMemory {

    private static final String OUT_OF_MEMORY = "OOM ";

    private final UnifiedJedis redis;
    private final long evictedBefore;

    RedisMemory(UnifiedJedis redis) {
        this.redis = redis;
        this.evictedBefore = evicted();
    }

    boolean hasEvicted() {
        return evicted() > evictedBefore;
    }

    /** What Redis may use, in bytes; 0 if it sets no limit or does not say. */
    long limit() {
        return figure("memory", "maxmemory");
    }

    static boolean isExhausted(JedisDataException refusal) {
        return String.valueOf(refusal.getMessage()).startsWith(OUT_OF_MEMORY);
    }

    private long evicted() {
        return figure("stats", "evicted_keys");
    }

    private long figure(String section, String name) {
        try {
            Matcher line =
                    Pattern.compile("^" + name + ":(\\d+)", Pattern.MULTILINE).matcher(redis.info(section));
            return line.find() ? Long.parseLong(line.group(1)) : 0;
        } catch (JedisException | UnsupportedOperationException e) {
            // A user may be forbidden to ask, and a cluster has no figure of its own.
            return 0;
        }
    }
}
