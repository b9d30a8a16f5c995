package io.loanflow.serving.decision;

/**
 * How a client names a request that it may repeat.
 *
 * @param key the client's name for it
 * @param fingerprint SHA-256 of all that the answer depends on, by which another request with the same key is told
 */
public record RequestKey(String key, String fingerprint) {}
