package io.loanflow.featurebatches;

import org.jspecify.annotations.Nullable;

/** Batches are gone from Redis, or are not what was written. Preparing them again mends it. */
public final class FeatureBatchesLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FeatureBatchesLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static FeatureBatchesLostException missing(String key) {
        return new FeatureBatchesLostException(
                "Redis has no key " + key + ": it ran out of time or was removed. Run preprocessing again.", null);
    }

    static FeatureBatchesLostException notKept(String key) {
        return new FeatureBatchesLostException(
                "Redis lost key " + key
                        + " while the others were written: it was emptied or started anew. Run preprocessing again.",
                null);
    }

    static FeatureBatchesLostException damaged(String key, @Nullable Throwable cause) {
        return new FeatureBatchesLostException(
                "Redis key " + key + " is not what was written: its checksum differs. Run preprocessing again.", cause);
    }

    static FeatureBatchesLostException notSealed(String key) {
        return new FeatureBatchesLostException(
                "Redis key " + key
                        + " is not sealed with LOANFLOW_BATCH_SECRET: somebody else wrote it, or the secret was"
                        + " changed. Run preprocessing again; if that does not help, the preprocessing and the training"
                        + " service have different secrets: give them the same.",
                null);
    }

    static FeatureBatchesLostException replaced(String key) {
        return new FeatureBatchesLostException(
                "Redis key " + key + " describes other batches than the ones asked for. Run preprocessing again.",
                null);
    }
}
