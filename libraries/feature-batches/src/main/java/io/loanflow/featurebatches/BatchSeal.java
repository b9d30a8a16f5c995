package io.loanflow.featurebatches;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells manifests that Loanflow wrote from those that somebody else put into Redis: HMAC-SHA256 (RFC 2104) over a manifest's key and
 * its JSON. The manifest lists the digest of each batch, so one seal is enough for all of them. What is stored is the seal in
 * hexadecimal, a line end and the JSON; without a secret the JSON alone.
 */
public final class BatchSeal {

    /** For batches that are not sealed. */
    public static final BatchSeal NONE = new BatchSeal(null);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_CHARACTERS = 32;
    private static final int HEX_CHARACTERS = 64;

    private final @Nullable SecretKeySpec key;

    private BatchSeal(@Nullable SecretKeySpec key) {
        this.key = key;
    }

    /**
     * With a secret that all who write and read batches share.
     *
     * @param secret null or empty where manifests are not sealed
     * @throws IllegalArgumentException if it is shorter than 32 characters; it is not repeated
     */
    public static BatchSeal of(@Nullable String secret) {
        String text = secret == null ? "" : secret.strip();
        if (text.isEmpty()) {
            return NONE;
        }
        if (text.length() < FEWEST_CHARACTERS) {
            throw new IllegalArgumentException("LOANFLOW_BATCH_SECRET must have " + FEWEST_CHARACTERS
                    + " characters or more, has " + text.length() + "; make one by: openssl rand -hex 32");
        }
        return new BatchSeal(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    byte[] close(String redisKey, byte[] json) {
        if (key == null) {
            return json;
        }
        byte[] stored = Arrays.copyOf(line(redisKey, json), HEX_CHARACTERS + 1 + json.length);
        System.arraycopy(json, 0, stored, HEX_CHARACTERS + 1, json.length);
        return stored;
    }

    /** @throws FeatureBatchesLostException if there is a secret and what is stored is not sealed with it */
    byte[] open(String redisKey, byte[] stored) {
        boolean sealed = stored.length > HEX_CHARACTERS && stored[HEX_CHARACTERS] == '\n';
        byte[] json = sealed ? Arrays.copyOfRange(stored, HEX_CHARACTERS + 1, stored.length) : stored;
        if (key == null) {
            return json;
        }
        // In constant time: how far a guess is right is told by nothing.
        if (!sealed || !MessageDigest.isEqual(line(redisKey, json), Arrays.copyOf(stored, HEX_CHARACTERS + 1))) {
            throw FeatureBatchesLostException.notSealed(redisKey);
        }
        return json;
    }

    private byte[] line(String redisKey, byte[] json) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(redisKey.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return (HexFormat.of().formatHex(mac.doFinal(json)) + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
