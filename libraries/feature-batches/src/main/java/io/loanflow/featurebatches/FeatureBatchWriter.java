package io.loanflow.featurebatches;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Writes one set of batches: the batches, then the manifest. For one thread; one more of its own compresses and stores while the
 * caller makes the next batch, and where batches come faster than that, the caller stores one itself. So no more than four are
 * in memory, and two processors are busy.
 */
public final class FeatureBatchWriter implements AutoCloseable {

    private static final int WAITING = 2;
    private static final int IN_MEMORY = WAITING + 2;

    private final UnifiedJedis redis;
    private final BatchSeal seal;
    private final ArrowBatches arrow;
    private final String keyPrefix;
    private final BatchSet set;
    private final RedisMemory memory;
    private final List<CompletableFuture<StoredBatch>> train = new ArrayList<>();
    private final List<CompletableFuture<StoredBatch>> test = new ArrayList<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> new Thread(task, "feature-batch-writer"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    FeatureBatchWriter(UnifiedJedis redis, BatchSeal seal, ArrowBatches arrow, String keyPrefix, BatchSet set) {
        if (set.timeToLive().toMillis() < 1) {
            throw new IllegalArgumentException("batches need a time to live of at least a millisecond");
        }
        this.redis = redis;
        this.seal = seal;
        this.arrow = arrow;
        this.keyPrefix = keyPrefix;
        this.set = set;
        this.memory = new RedisMemory(redis);
    }

    /** Stores the part's next batch, sooner or later; what fails is thrown by one of the next calls or by the last. */
    public void write(Part part, FeatureBatch batch) {
        List<CompletableFuture<StoredBatch>> written = part == Part.TRAIN ? train : test;
        int number = written.size();
        if (number >= IN_MEMORY) {
            await(written.get(number - IN_MEMORY));
        }
        String key = BatchKeys.batch(keyPrefix, part, number);
        written.add(CompletableFuture.supplyAsync(() -> store(key, batch), thread));
    }

    /**
     * Stores the manifest, which makes the batches visible.
     *
     * @param definition text of the data-set definition that the load was made with
     * @throws CacheTooSmallException if Redis gave up batches for want of memory
     * @throws FeatureBatchesLostException if Redis has lost batches since they were written, such as by being started anew
     */
    public FeatureManifest complete(String definition, FeatureEncoder encoder, PipelineRun madeBy, double seconds) {
        List<StoredBatch> storedTrain = awaitAll(train);
        List<StoredBatch> storedTest = awaitAll(test);
        requireKept(Part.TRAIN, storedTrain);
        requireKept(Part.TEST, storedTest);
        String digest = FeatureManifest.digest(definition, set.schema(), encoder, storedTrain, storedTest);
        FeatureManifest manifest = new FeatureManifest(
                definition, set.schema(), encoder, storedTrain, storedTest, digest, madeBy, seconds);
        String key = BatchKeys.manifest(keyPrefix);
        store(key, seal.close(key, FeatureManifestJson.write(manifest)), bytesPerRow(storedTrain));
        return manifest;
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new JedisException("Redis has not taken a batch for a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StoredBatch store(String key, FeatureBatch batch) {
        byte[] bytes = arrow.write(batch);
        store(key, bytes, (double) bytes.length / batch.rows());
        return new StoredBatch(batch.rows(), batch.positives(), bytes.length, Sha256.hex(bytes));
    }

    private void store(String key, byte[] bytes, double bytesPerRow) {
        try {
            redis.set(
                    BatchKeys.bytes(key),
                    bytes,
                    SetParams.setParams().px(set.timeToLive().toMillis()));
        } catch (JedisDataException e) {
            throw RedisMemory.isExhausted(e) ? tooSmall(bytesPerRow) : e;
        }
    }

    private void requireKept(Part part, List<StoredBatch> batches) {
        for (int number = 0; number < batches.size(); number++) {
            String key = BatchKeys.batch(keyPrefix, part, number);
            if (!redis.exists(BatchKeys.bytes(key))) {
                throw memory.hasEvicted() ? tooSmall(bytesPerRow(batches)) : FeatureBatchesLostException.notKept(key);
            }
        }
    }

    private CacheTooSmallException tooSmall(double bytesPerRow) {
        return new CacheTooSmallException(set.rows(), (long) (bytesPerRow * set.rows()), memory.limit());
    }

    private static double bytesPerRow(List<StoredBatch> batches) {
        long bytes = batches.stream().mapToLong(StoredBatch::bytes).sum();
        long rows = batches.stream().mapToLong(StoredBatch::rows).sum();
        return (double) bytes / Math.max(1, rows);
    }

    private static List<StoredBatch> awaitAll(List<CompletableFuture<StoredBatch>> batches) {
        return batches.stream().map(FeatureBatchWriter::await).toList();
    }

    private static StoredBatch await(CompletableFuture<StoredBatch> batch) {
        try {
            return batch.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
