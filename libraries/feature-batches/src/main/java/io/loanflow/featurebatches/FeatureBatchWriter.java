package io.loanflow.featurebatches;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.pipeline.PipelineRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/** Writes one set of batches: the batches, then the manifest. For one thread. */
public final class FeatureBatchWriter {

    private final UnifiedJedis redis;
    private final ArrowBatches arrow;
    private final String keyPrefix;
    private final FeatureSchema schema;
    private final Duration timeToLive;
    private final List<StoredBatch> train = new ArrayList<>();
    private final List<StoredBatch> test = new ArrayList<>();

    FeatureBatchWriter(
            UnifiedJedis redis, ArrowBatches arrow, String keyPrefix, FeatureSchema schema, Duration timeToLive) {
        if (timeToLive.toMillis() < 1) {
            throw new IllegalArgumentException("batches need a time to live of at least a millisecond");
        }
        this.redis = redis;
        this.arrow = arrow;
        this.keyPrefix = keyPrefix;
        this.schema = schema;
        this.timeToLive = timeToLive;
    }

    /** Stores the part's next batch. */
    public void write(Part part, FeatureBatch batch) {
        List<StoredBatch> batches = part == Part.TRAIN ? train : test;
        byte[] bytes = arrow.write(batch);
        store(BatchKeys.batch(keyPrefix, part, batches.size()), bytes);
        batches.add(new StoredBatch(batch.rows(), batch.positives(), bytes.length, Sha256.hex(bytes)));
    }

    /**
     * Stores the manifest, which makes the batches visible.
     *
     * @throws FeatureBatchesLostException if Redis has lost batches since they were written, such as for want of memory
     */
    public FeatureManifest complete(FeatureEncoder encoder, PipelineRun madeBy, double seconds) {
        requireStored(Part.TRAIN, train.size());
        requireStored(Part.TEST, test.size());
        FeatureManifest manifest = new FeatureManifest(
                schema, encoder, train, test, FeatureManifest.digest(schema, encoder, train, test), madeBy, seconds);
        store(BatchKeys.manifest(keyPrefix), FeatureManifestJson.write(manifest));
        return manifest;
    }

    private void requireStored(Part part, int batches) {
        for (int number = 0; number < batches; number++) {
            String key = BatchKeys.batch(keyPrefix, part, number);
            if (!redis.exists(BatchKeys.bytes(key))) {
                throw FeatureBatchesLostException.notKept(key);
            }
        }
    }

    private void store(String key, byte[] bytes) {
        redis.set(BatchKeys.bytes(key), bytes, SetParams.setParams().px(timeToLive.toMillis()));
    }
}
