package io.loanflow.featurebatches;

import java.nio.charset.StandardCharsets;

/** Names of the keys of one set of batches. */
final class BatchKeys {

    private BatchKeys() {}

    /** The braces keep all keys of a set in one slot of a Redis cluster. */
    static String prefix(String dataset, String contentKey) {
        return "loanflow:{" + dataset + ":" + contentKey + "}";
    }

    static String batch(String prefix, Part part, int number) {
        return prefix + ":" + part.keyName() + ":" + number;
    }

    static String manifest(String prefix) {
        return prefix + ":manifest";
    }

    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
