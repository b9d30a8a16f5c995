package io.loanflow.serving.decision;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562): they sort by time, and nobody can guess one. */
public final class DecisionId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int MILLIS_SHIFT = 16;
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DecisionId() {}

    public static UUID at(Instant time) {
        long random = RANDOM.nextLong();
        return new UUID(
                time.toEpochMilli() << MILLIS_SHIFT | VERSION | RANDOM.nextInt(1 << 12), VARIANT | random >>> 2);
    }

    /** Milliseconds since 1970 that an id says; meaningless of one of another version. */
    static long millis(UUID id) {
        return id.getMostSignificantBits() >>> MILLIS_SHIFT;
    }
}
