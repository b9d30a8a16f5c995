package io.loanflow.model.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key that a training service signs its models with, in a file that only its owner can read. */
final class SigningKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * Reads the key, and makes it where there is none.
     *
     * @param file PEM: the private and the public key
     */
    static SigningKey of(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the key that signs models at " + file, e);
        }
    }

    /** Of two processes that start at once, both use the key of the first. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            KeyPair pair = Ed25519.newKey();
            Files.writeString(
                    fresh,
                    block("PRIVATE", pair.getPrivate().getEncoded())
                            + block("PUBLIC", pair.getPublic().getEncoded()));
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // The other's.
        } finally {
            Files.delete(fresh);
        }
    }

    private static SigningKey read(Path file) throws IOException {
        byte[] secret = null;
        byte[] open = null;
        Matcher blocks = BLOCK.matcher(Files.readString(file));
        while (blocks.find()) {
            byte[] content = Base64.getMimeDecoder().decode(blocks.group(2));
            if (blocks.group(1).equals("PRIVATE")) {
                secret = content;
            } else {
                open = content;
            }
        }
        if (secret == null || open == null) {
            throw new IllegalArgumentException(
                    file + " is no key of models: it needs a private and a public key, PEM, Ed25519");
        }
        try {
            return new SigningKey(new KeyPair(Ed25519.publicKey(open), Ed25519.privateKey(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " holds a key that is not Ed25519", e);
        }
    }

    KeyPair pair() {
        return pair;
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + " KEY-----\n" + Base64.getEncoder().encodeToString(content) + "\n-----END " + kind
                + " KEY-----\n";
    }
}
