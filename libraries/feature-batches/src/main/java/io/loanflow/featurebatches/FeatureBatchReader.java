package io.loanflow.featurebatches;

import io.loanflow.contracts.feature.Sha256;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import redis.clients.jedis.UnifiedJedis;

/**
 * Reads one set of batches, one batch in memory at a time. Every method that reads throws {@link
 * FeatureBatchesLostException} if a batch is gone or damaged.
 */
public final class FeatureBatchReader {

    private final UnifiedJedis redis;
    private final String keyPrefix;
    private final FeatureManifest manifest;
    private final ArrowBatches arrow;

    FeatureBatchReader(UnifiedJedis redis, BufferAllocator allocator, String keyPrefix, FeatureManifest manifest) {
        this.redis = redis;
        this.keyPrefix = keyPrefix;
        this.manifest = manifest;
        this.arrow = new ArrowBatches(manifest.schema(), allocator);
    }

    public FeatureManifest manifest() {
        return manifest;
    }

    /** Gives a part's batches in order; each is the consumer's to keep. */
    public void forEach(Part part, Consumer<FeatureBatch> consumer) {
        for (int number = 0; number < manifest.batches(part).size(); number++) {
            consumer.accept(decode(BatchKeys.batch(keyPrefix, part, number), bytes(part, number)));
        }
    }

    void verifyAndKeep(Duration timeToLive) {
        for (Part part : Part.values()) {
            for (int number = 0; number < manifest.batches(part).size(); number++) {
                bytes(part, number);
                keep(BatchKeys.batch(keyPrefix, part, number), timeToLive);
            }
        }
        keep(BatchKeys.manifest(keyPrefix), timeToLive);
    }

    private void keep(String key, Duration timeToLive) {
        if (redis.pexpire(BatchKeys.bytes(key), timeToLive.toMillis()) == 0) {
            throw FeatureBatchesLostException.missing(key);
        }
    }

    private byte[] bytes(Part part, int number) {
        List<StoredBatch> batches = manifest.batches(part);
        String key = BatchKeys.batch(keyPrefix, part, number);
        byte[] bytes = redis.get(BatchKeys.bytes(key));
        if (bytes == null) {
            throw FeatureBatchesLostException.missing(key);
        }
        if (!Sha256.hex(bytes).equals(batches.get(number).sha256())) {
            throw FeatureBatchesLostException.damaged(key, null);
        }
        return bytes;
    }

    private FeatureBatch decode(String key, byte[] bytes) {
        try {
            return arrow.read(bytes);
        } catch (IOException e) {
            throw FeatureBatchesLostException.damaged(key, e);
        }
    }
}
