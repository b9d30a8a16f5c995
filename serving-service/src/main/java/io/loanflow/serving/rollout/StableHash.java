package io.loanflow.serving.rollout;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where a text lies between 0 and 1: the same in every process, and evenly over many texts. */
final class StableHash {

    private static final int UNUSED_BITS = 11;
    private static final double DOUBLES = 0x1p53;

    private StableHash() {}

    /** From 0 to less than 1, by the first 53 bits of SHA-256. */
    static double of(byte[] text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return (ByteBuffer.wrap(digest).getLong() >>> UNUSED_BITS) / DOUBLES;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
