package io.loanflow.featurebatches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.testsupport.RedisExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

class FeatureBatchCacheIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final String PREFIX = FeatureBatchCache.keyPrefix("loan", "abc");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private static final BatchSeal SEAL = BatchSeal.of("a secret of thirty-two characters");

    private UnifiedJedis redis;
    private FeatureBatchCache cache;

    private static final BatchSet SET = new BatchSet(Batches.SCHEMA, 10_000, DAY);

    @BeforeEach
    void start() {
        redis = RedisClient.create(REDIS.redisUrl());
        redis.flushAll();
        cache = new FeatureBatchCache(redis, SEAL);
    }

    /** Closing the cache fails if a buffer was not given back. */
    @AfterEach
    void everyBufferWasGivenBack() {
        cache.close();
        redis.close();
    }

    @Test
    void batchesComeBackInOrder() {
        FeatureBatchReader reader = cache.open(write().reference(PREFIX));

        List<Double> firstIncomes = new ArrayList<>();
        reader.forEach(Part.TRAIN, batch -> firstIncomes.add(batch.column(0)[0]));
        List<Integer> testRows = new ArrayList<>();
        reader.forEach(Part.TEST, batch -> testRows.add(batch.rows()));
        assertThat(firstIncomes).containsExactly(0.0, 8192.0);
        assertThat(testRows).containsExactly(300);
    }

    @Test
    void nobodySeesBatchesWithoutTheirManifest() {
        try (FeatureBatchWriter writer = cache.write(PREFIX, SET)) {
            writer.write(Part.TRAIN, Batches.batch(0, 10));
        }

        assertThat(cache.findWhole(PREFIX, DAY)).isEmpty();
    }

    @Test
    void everyKeyExpires() {
        write();

        assertThat(redis.keys("*"))
                .hasSize(4)
                .allSatisfy(key -> assertThat(redis.pttl(key)).isBetween(DAY.toMillis() - 60_000, DAY.toMillis()));
    }

    @Test
    void findingBatchesGivesEveryKeyItsTimeAnew() {
        FeatureManifest written = write();

        assertThat(cache.findWhole(PREFIX, WEEK)).contains(written);
        assertThat(redis.keys("*"))
                .hasSize(4)
                .allSatisfy(key -> assertThat(redis.pttl(key)).isBetween(WEEK.toMillis() - 60_000, WEEK.toMillis()));
    }

    @Test
    void aLostBatchIsNoticed() {
        FeatureBatches reference = write().reference(PREFIX);
        redis.del(PREFIX + ":train:1");

        assertThat(cache.findWhole(PREFIX, DAY)).isEmpty();
        assertThatThrownBy(() -> cache.open(reference).forEach(Part.TRAIN, batch -> {}))
                .isInstanceOf(FeatureBatchesLostException.class)
                .hasMessageContaining(PREFIX + ":train:1");
    }

    @Test
    void aDamagedBatchIsNoticed() {
        FeatureBatches reference = write().reference(PREFIX);
        redis.setrange(PREFIX + ":test:0", 100, "damage");

        assertThat(cache.findWhole(PREFIX, DAY)).isEmpty();
        assertThatThrownBy(() -> cache.open(reference).forEach(Part.TEST, batch -> {}))
                .isInstanceOf(FeatureBatchesLostException.class)
                .hasMessageContaining(PREFIX + ":test:0");
    }

    @Test
    void aLostManifestIsNoticed() {
        FeatureBatches reference = write().reference(PREFIX);
        redis.del(PREFIX + ":manifest");

        assertThatThrownBy(() -> cache.open(reference)).isInstanceOf(FeatureBatchesLostException.class);
    }

    @Test
    void aManifestOfOtherBatchesIsNoticed() {
        FeatureBatches reference = write().reference(PREFIX);
        try (FeatureBatchWriter other = cache.write(PREFIX, SET)) {
            other.write(Part.TRAIN, Batches.batch(1, 10));
            other.complete(Batches.DEFINITION, Batches.ENCODER, Batches.RUN, 1);
        }

        assertThatThrownBy(() -> cache.open(reference))
                .isInstanceOf(FeatureBatchesLostException.class)
                .hasMessageContaining("other batches");
    }

    @Test
    void noManifestIsWrittenForBatchesThatRedisLostMeanwhile() {
        try (FeatureBatchWriter writer = cache.write(PREFIX, SET)) {
            for (int number = 0; number < 5; number++) { // the fifth waits until the first is stored
                writer.write(Part.TRAIN, Batches.batch(10 * number, 10));
            }
            redis.del(PREFIX + ":train:0");

            assertThatThrownBy(() -> writer.complete(Batches.DEFINITION, Batches.ENCODER, Batches.RUN, 1))
                    .isInstanceOf(FeatureBatchesLostException.class)
                    .hasMessageContaining(PREFIX + ":train:0");
        }
        assertThat(redis.exists(PREFIX + ":manifest")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noeviction", "volatile-lru"})
    void aRedisThatIsTooSmallIsAFactWithWhatItNeeds(String policy) {
        Map<String, String> before = redis.configGet("maxmemory*");
        redis.configSet("maxmemory-policy", policy);
        redis.configSet("maxmemory", Long.toString(usedMemory() + 200_000));
        try (FeatureBatchWriter writer = cache.write(PREFIX, new BatchSet(Batches.SCHEMA, 8192 * 40, DAY))) {
            assertThatThrownBy(() -> {
                        for (int number = 0; number < 40; number++) {
                            writer.write(Part.TRAIN, Batches.batch(8192 * number, 8192));
                        }
                        writer.complete(Batches.DEFINITION, Batches.ENCODER, Batches.RUN, 1);
                    })
                    .isInstanceOf(CacheTooSmallException.class)
                    .hasMessageContaining("327680 rows: they need about ")
                    .hasMessageContaining("maxmemory");
        } finally {
            redis.configSet("maxmemory", before.get("maxmemory"));
            redis.configSet("maxmemory-policy", before.get("maxmemory-policy"));
        }
    }

    private long usedMemory() {
        return redis.info("memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line -> Long.parseLong(line.substring("used_memory:".length())))
                .sum();
    }

    @Test
    void whatFailsInTheBackgroundIsThrownByALaterCall() {
        try (FeatureBatchWriter writer = cache.write(PREFIX, SET)) {
            FeatureBatch ofAnotherSchema = new FeatureBatch(new double[1][10], new byte[10], new String[0][10]);
            writer.write(Part.TRAIN, ofAnotherSchema);

            assertThatThrownBy(() -> writer.complete(Batches.DEFINITION, Batches.ENCODER, Batches.RUN, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the batch has 1 features");
        }
    }

    @Test
    void equalContentHasEqualChecksums() {
        String first = write().sha256();
        redis.flushAll();

        assertThat(write().sha256()).isEqualTo(first);
    }

    @Test
    void aDamagedManifestIsNoticed() {
        write();
        redis.set((PREFIX + ":manifest").getBytes(StandardCharsets.UTF_8), new byte[] {'{', 0});

        assertThat(cache.findWhole(PREFIX, DAY)).isEmpty();
    }

    /** Digests are right in what whoever can write to Redis computes; the seal is not. */
    @Test
    void batchesOfSomebodyElseAreNotTaken() {
        FeatureBatches reference;
        try (FeatureBatchCache other = new FeatureBatchCache(redis, BatchSeal.of("x".repeat(32)))) {
            reference = write(other).reference(PREFIX);
        }
        requireNotSealed(reference);

        try (FeatureBatchCache unsealed = new FeatureBatchCache(redis, BatchSeal.NONE)) {
            assertThat(unsealed.open(reference).manifest().reference(PREFIX)).isEqualTo(reference);
            write(unsealed);
        }
        requireNotSealed(reference);
    }

    @Test
    void aManifestIsSealedForItsKeyOnly() {
        write();
        String other = FeatureBatchCache.keyPrefix("loan", "other");
        redis.copy(PREFIX + ":manifest", other + ":manifest", true);

        assertThat(cache.findWhole(other, DAY)).isEmpty();
    }

    private void requireNotSealed(FeatureBatches reference) {
        assertThat(cache.findWhole(PREFIX, DAY)).isEmpty();
        assertThatThrownBy(() -> cache.open(reference))
                .isInstanceOf(FeatureBatchesLostException.class)
                .hasMessageContaining("not sealed with LOANFLOW_BATCH_SECRET");
    }

    private FeatureManifest write() {
        return write(cache);
    }

    private static FeatureManifest write(FeatureBatchCache cache) {
        try (FeatureBatchWriter writer = cache.write(PREFIX, SET)) {
            writer.write(Part.TRAIN, Batches.batch(0, 8192));
            writer.write(Part.TRAIN, Batches.batch(8192, 1000));
            writer.write(Part.TEST, Batches.batch(0, 300));
            return writer.complete(Batches.DEFINITION, Batches.ENCODER, Batches.RUN, 1);
        }
    }
}
