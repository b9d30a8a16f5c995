package io.loanflow.describe.profile;

/** Hashes of 64 bits, so that two of a million texts have the same by no chance worth a word. */
final class Hash {

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static long of(String text) {
        long hash = text.length() + 1L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    static long and(long hash, long next) {
        long mixed = (hash ^ next) * PRIME;
        return mixed ^ (mixed >>> 29);
    }
}
