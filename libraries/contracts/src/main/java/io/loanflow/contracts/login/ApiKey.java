package io.loanflow.contracts.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is kept of a key that a client application logs in with; the secret itself is nowhere.
 *
 * @param name of whom the key is for: small letters, digits and hyphens, at most 63
 * @param roles at least one
 * @param expires from when on it is worth nothing
 * @param digest SHA-256 of the secret in hexadecimal. A secret of 256 random bits needs no slower one.
 */
public record ApiKey(String name, Set<Role> roles, Instant expires, String digest) {

    /** What each secret begins with, so that people and scanners know one where they find it. */
    public static final String PREFIX = "loanflow_";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int SECRET_BYTES = 32;
    private static final int WORDS = 4;

    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a key is small letters, digits and hyphens, at most 63, is \"" + name + "\"");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("key " + name + " has no role");
        }
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("the digest of key " + name + " is no SHA-256 in hexadecimal");
        }
        roles = Set.copyOf(roles);
    }

    /**
     * A new key.
     *
     * @param secret to be shown once
     */
    public record Issued(ApiKey key, String secret) {}

    public static Issued issue(String name, Set<Role> roles, Instant expires) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new Issued(new ApiKey(name, roles, expires, digest(secret)), secret);
    }

    public static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** As a file of keys has it. */
    public String line() {
        return String.join(" ", name, words(), expires.toString(), digest);
    }

    /** The roles, in their order. */
    public String words() {
        return new TreeSet<>(roles).stream().map(Role::word).collect(Collectors.joining(","));
    }

    /**
     * Reads a line of a file of keys.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static ApiKey parse(String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length != WORDS) {
            throw new IllegalArgumentException("a key is: name, roles with commas between, when it expires, SHA-256");
        }
        Set<Role> roles = Arrays.stream(words[1].split(",", -1)).map(Role::of).collect(Collectors.toSet());
        try {
            return new ApiKey(words[0], roles, Instant.parse(words[2]), words[3]);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a key expires at a time such as 2027-01-31T00:00:00Z, not " + words[2], e);
        }
    }
}
