package io.loanflow.featurebatches;

import io.loanflow.contracts.preprocessing.FeatureBatches;
import java.time.Duration;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import redis.clients.jedis.UnifiedJedis;

/**
 * Sets of feature batches in Redis. Holds the process's root of Arrow memory: make one, share it between threads, and
 * close it at the end. It does not close the connection it was given.
 */
public final class FeatureBatchCache implements AutoCloseable {

    private final UnifiedJedis redis;
    private final BatchSeal seal;
    private final BufferAllocator allocator = new RootAllocator();

    public FeatureBatchCache(UnifiedJedis redis, BatchSeal seal) {
        this.redis = redis;
        this.seal = seal;
    }

    /**
     * The prefix of a set's keys.
     *
     * @param contentKey says everything the content depends on: equal keys, equal batches
     */
    public static String keyPrefix(String dataset, String contentKey) {
        return BatchKeys.prefix(dataset, contentKey);
    }

    /** Starts a set of batches; nobody sees it before {@link FeatureBatchWriter#complete}. */
    public FeatureBatchWriter write(String keyPrefix, BatchSet set) {
        return new FeatureBatchWriter(redis, seal, new ArrowBatches(set.schema(), allocator), keyPrefix, set);
    }

    /** @throws FeatureBatchesLostException if the manifest is gone, damaged, not sealed or of other batches */
    public FeatureBatchReader open(FeatureBatches batches) {
        FeatureManifest manifest = manifest(batches.keyPrefix());
        if (!manifest.reference(batches.keyPrefix()).equals(batches)) {
            throw FeatureBatchesLostException.replaced(BatchKeys.manifest(batches.keyPrefix()));
        }
        return new FeatureBatchReader(redis, allocator, batches.keyPrefix(), manifest);
    }

    /**
     * The manifest of a set that is whole: every batch is there and has its checksum. Gives all its keys a new time to live,
     * so that they stay while the next stage reads them.
     */
    public Optional<FeatureManifest> findWhole(String keyPrefix, Duration timeToLive) {
        try {
            FeatureManifest manifest = manifest(keyPrefix);
            new FeatureBatchReader(redis, allocator, keyPrefix, manifest).verifyAndKeep(timeToLive);
            return Optional.of(manifest);
        } catch (FeatureBatchesLostException e) {
            return Optional.empty();
        }
    }

    /** Fails if any Arrow memory was not given back. */
    @Override
    public void close() {
        allocator.close();
    }

    private FeatureManifest manifest(String keyPrefix) {
        String key = BatchKeys.manifest(keyPrefix);
        byte[] json = redis.get(BatchKeys.bytes(key));
        if (json == null) {
            throw FeatureBatchesLostException.missing(key);
        }
        return FeatureManifestJson.read(key, seal.open(key, json));
    }
}
